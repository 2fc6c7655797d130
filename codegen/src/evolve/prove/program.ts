/** A program as a consumer could have written it, and what each of its lines is about. */

/**
 * What a line that no longer compiles says. `use`: it breaks a consumer. `case`: it names a case that may
 * be gone (a value of an enum, a branch of a union): a matter of policy.
 */
export type LineKind = "use" | "case";

/** An operation or schema that a line goes through. */
export interface Owner {
  /** Its public name. */
  readonly subject: string;
  /** Names of the properties inside of it that lead on. */
  readonly steps: readonly string[];
}

export interface ProgramLine {
  readonly text: string;
  readonly kind: LineKind;
  /** What it belongs to, after what leads there. */
  readonly path: readonly Owner[];
  /** Schemas that it uses as a whole. */
  readonly uses: readonly string[];
  /** The indices of lines that name the cases that this one is only for, or counts on. */
  readonly guards: readonly number[];
}

export interface Program {
  /** Name of its file: `operation-pets-get.ts`. */
  readonly file: string;
  /** The operation or schema that it is for, by its public name. */
  readonly subject: string;
  readonly lines: readonly ProgramLine[];
}

/** Puts the lines of a program down, one after the other. */
export interface ProgramWriter {
  /** @returns the index of the line */
  readonly line: (text: string, about?: Partial<Omit<ProgramLine, "text">>) => number;
  /** A name that no other has in the program. */
  readonly fresh: () => string;
  /** Writes what is inside of a block; with a guard, it is only for the case that this line names. */
  readonly block: (write: () => void, guard?: number) => void;
  /** Whether there is more than anyone would want to read. */
  readonly isFull: () => boolean;
  readonly lines: () => readonly ProgramLine[];
}

/** The lines of several parts of a program, one after the other. */
export function joinLines(...parts: readonly (readonly ProgramLine[])[]): readonly ProgramLine[] {
  const lines: ProgramLine[] = [];
  for (const part of parts) {
    const before = lines.length;
    for (const line of part) lines.push({ ...line, guards: line.guards.map((guard) => guard + before) });
  }
  return lines;
}

/** What a program as a whole belongs to. */
export function rootOf(subject: string): readonly Owner[] {
  return [{ subject, steps: [] }];
}

/**
 * The path to what stands below some declarations.
 *
 * @param owners public names of the declarations on the way, the outermost first
 * @param property the property that is gone to there, if it is one
 */
export function pathBelow(
  path: readonly Owner[],
  owners: readonly string[],
  property?: string,
): readonly Owner[] {
  const known = new Set(path.slice(1).map(({ subject }) => subject));
  const entered = owners.filter((owner) => !known.has(owner)).flatMap(rootOf);
  const steps = property === undefined ? [] : [property];
  const all = [...path, ...entered];
  const last = all.at(-1);
  return last === undefined ? all : [...all.slice(0, -1), { ...last, steps: [...last.steps, ...steps] }];
}

/** @param path what a line belongs to if it says nothing else */
export function programWriter(path: readonly Owner[], limit: number): ProgramWriter {
  const lines: ProgramLine[] = [];
  const guards: number[] = [];
  let depth = 0;
  let names = 0;
  return {
    line: (text, about = {}) => {
      const line = { kind: "use", path, uses: [], ...about } as const;
      const all = [...guards, ...(about.guards ?? [])];
      return lines.push({ ...line, guards: all, text: `${"  ".repeat(depth)}${text}` }) - 1;
    },
    fresh: () => `v${(names += 1)}`,
    block: (write, guard) => {
      depth += 1;
      if (guard !== undefined) guards.push(guard);
      write();
      if (guard !== undefined) guards.pop();
      depth -= 1;
    },
    isFull: () => lines.length > limit,
    lines: () => lines,
  };
}
