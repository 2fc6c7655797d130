import { spawnSync } from "node:child_process";

/**
 * Runs a script in a process of its own and gives what it printed. Throws if it fails. Node keeps no
 * compiled code from one run to the next, so that every process starts cold.
 */
export function runNode(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stderr}${stdout}`);
  return stdout;
}
