import type { PlacedContract } from "../contract/read-contract.ts";
import type { Site } from "./change.ts";

/** One of the two contracts that are compared. */
export interface Revision extends PlacedContract {
  /** How the user named the source; a folder, or a file. */
  readonly label: string;
  /** Whether the source is one file, which the label then names. */
  readonly isFile: boolean;
}

/** Where the part of a revision at a pointer into its linked document was written. */
export function siteOf({ label, isFile, placeOf }: Revision, pointer: string): Site {
  const place = placeOf(pointer);
  return { file: isFile || place.path === "" ? label : `${label}/${place.path}`, pointer: place.pointer };
}
