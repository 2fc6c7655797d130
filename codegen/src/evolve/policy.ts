/** An API chooses under `x-sdkmill`, in its overlay; so what can be chosen stands with the options. */
export { defaultPolicy, type EvolutionPolicy as Policy } from "../contract/evolution-policy.ts";
