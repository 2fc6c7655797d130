import { clientEmitter } from "./client/emit-client.ts";
import type { Emitter } from "./emitter.ts";
import { typesEmitter } from "./types/emit-types.ts";
import { validatorsEmitter } from "./validators/emit-validators.ts";

/** Every output. A new one is a folder beside these and a line here. */
export const emitters: readonly Emitter[] = [typesEmitter, validatorsEmitter, clientEmitter];
