/** Operations of Stytch (`POST /v1/users`) that are in a class for the same reason. */
export interface ReviewedGroup {
  readonly reason: string;
  readonly operations: readonly string[];
}
