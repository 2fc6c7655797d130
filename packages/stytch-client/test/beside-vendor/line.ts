/** One line of the table in the README, and what shows that it is so. */
export interface Line {
  /** The first cell, and the name of the test. */
  readonly what: string;
  /** What this client does. */
  readonly ours: string;
  /** What the vendor's does. */
  readonly theirs: string;
  /** Runs both clients; fails where one does not do what its cell says. */
  readonly check: () => void | Promise<void>;
}
