/** Prints the hash of everything that comes of a fixture. Argument: its name. */
import { createHash } from "node:crypto";
import { compileFixture, filesOf } from "./generated-fixtures.ts";

const { packages, lock } = await compileFixture(process.argv[2] ?? "");
const hash = createHash("sha256").update(lock);
for (const [path, text] of filesOf(packages)) hash.update(`${path}\0${text}\0`);
process.stdout.write(hash.digest("hex"));
