import { spawn } from "node:child_process";

/** A program and what it is given. There is no shell between: an argument stays one, whatever it holds. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

export interface Outcome {
  /** The exit code; 127 if the program could not be started, 1 if a signal ended it. */
  readonly code: number;
  /** What it wrote to standard output, if that was to be taken; else nothing. */
  readonly output: string;
}

/** Runs a program. What it prints is shown, or its standard output is taken and only its errors are shown. */
export type Run = (program: Program, output?: "shown" | "taken") => Promise<Outcome>;

/** Runs programs in a folder. */
export function runIn(folder: string): Run {
  return ({ file, args }, output = "shown") =>
    new Promise((resolve) => {
      const child = spawn(file, args, {
        cwd: folder,
        shell: false,
        stdio: ["ignore", output === "taken" ? "pipe" : "inherit", "inherit"],
      });
      const chunks: Buffer[] = [];
      child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.on("error", (cause) => resolve({ code: 127, output: `${cause.message}\n` }));
      child.on("close", (code) =>
        resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
      );
    });
}
