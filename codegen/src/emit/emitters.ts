import { clientEmitter } from "./client/emit-client.ts";
import type { Emitter } from "./emitter.ts";
import { typesEmitter } from "./types/emit-types.ts";
import { validatorsEmitter } from "./validators/emit-validators.ts";

/**
 * Every output. A new one is a folder beside these and a line here. Those whose files are formatted
 * come first, so that there is something to do meanwhile.
 */
export const emitters: readonly Emitter[] = [typesEmitter, clientEmitter, validatorsEmitter];
