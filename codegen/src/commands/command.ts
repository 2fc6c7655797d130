/** Where a command writes; a test gives its own. */
export interface Console {
  /** The result, for people or, with `--json`, for programs. */
  readonly out: (text: string) => void;
  /** Diagnostics and progress. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that can show progress. */
  readonly isTerminal: boolean;
}

/** 0 done · 1 the input or the check failed · 2 wrong use of the command. */
export type ExitCode = 0 | 1 | 2;

/** Thrown for wrong use of the command line; its message tells the right use. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
