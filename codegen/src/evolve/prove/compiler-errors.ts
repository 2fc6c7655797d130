/** What the compiler says of one line. */
export interface CompilerError {
  /** The file as the compiler names it; empty for what is about none. */
  readonly file: string;
  /** Counted from 1; 0 for what is about no file. */
  readonly line: number;
  /** `TS2339`. */
  readonly code: string;
  /** The first line of the message. */
  readonly message: string;
}

const inFile = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;
const elsewhere = /^error (TS\d+): (.*)$/;

/** Reads what `tsc --pretty false` prints; lines that go on from another one are left out. */
export function readCompilerErrors(output: string): readonly CompilerError[] {
  return output.split(/\r?\n/).flatMap((text): readonly CompilerError[] => {
    const [, file, line, code = "", message = ""] = inFile.exec(text) ?? [];
    if (file !== undefined) return [{ file: file.replaceAll("\\", "/"), line: Number(line), code, message }];
    const [, general, said = ""] = elsewhere.exec(text) ?? [];
    return general === undefined ? [] : [{ file: "", line: 0, code: general, message: said }];
  });
}
