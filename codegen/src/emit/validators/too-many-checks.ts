/** What a contract is refused with if its dynamic references lead to more places than can be written down. */
export class TooManyChecksError extends Error {
  override readonly name = "TooManyChecksError";
  /** Key of the component at which it was found out. */
  readonly key: string;

  constructor(key: string, limit: number) {
    super(
      `More than ${limit} functions would be needed to follow \`$dynamicRef\` to all places it can lead to.`,
    );
    this.key = key;
  }
}
