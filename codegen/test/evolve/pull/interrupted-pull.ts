/**
 * Pulls `b.json` into the API `shop`, and dies by SIGKILL right before the n-th change to the disk, or in
 * the middle of it if it is the text of a file.
 *
 * Arguments: the folder, n.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [, , root = "", given = ""] = process.argv;
let left = Number(given);

function dieInTime<Given extends readonly unknown[], Result>(
  original: (...args: Given) => Result,
): (...args: Given) => Result {
  return (...args) => {
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
    return original(...args);
  };
}

fs.mkdirSync = dieInTime(fs.mkdirSync) as typeof fs.mkdirSync;
const { writeFileSync } = fs;
fs.writeFileSync = (path, data, options) => {
  const text = String(data);
  if (left === 1) writeFileSync(path, text.slice(0, text.length / 2), options);
  dieInTime(writeFileSync)(path, data, options);
};
fs.linkSync = dieInTime(fs.linkSync);
fs.renameSync = dieInTime(fs.renameSync);
fs.rmSync = dieInTime(fs.rmSync);
syncBuiltinESMExports();

const { run } = await import("../../../src/command-line.ts");
const silent = { out: () => {}, err: () => {}, isTerminal: false };
process.exitCode = await run(["pull", "shop", "--from", "b.json"], root, silent);
