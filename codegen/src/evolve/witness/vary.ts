import type { Json } from "../../source/json.ts";
import type { Term } from "./term.ts";

/** Values for a place inside of one that is varied, by the schemas of both revisions; none where they say the same. */
export type Vary = (terms: readonly Term[], depth: number) => Iterable<Json>;
