import { build, type Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import { judgedSamplesIn } from "../../../codegen/test/agreement/judged-samples-in.ts";
import type { Sample } from "./try-validators.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** For every schema, values that are right and values that are not. */
export function readSamples(): readonly Sample[] {
  const contract = fileURLToPath(new URL("../../../schemas/stytch", import.meta.url));
  return judgedSamplesIn(contract).map(({ name, ...samples }) => ({ name: `validate${name}`, ...samples }));
}

/** A module that tries all validators, and what it does with what it found. */
export interface Trial {
  readonly samples: readonly Sample[];
  /** Statements; `findings` is the JSON text of what was found. */
  readonly report: string;
  /** Where it imports the validators from, as it says it; in the bundle itself if there is nothing here. */
  readonly importFrom: string | undefined;
}

/** Makes a script of `tryValidators` and the samples: one ES module without TypeScript. */
export async function bundleTrial({ samples, report, importFrom }: Trial): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as validators from "@sdkmill/stytch-validators";
        import samples from "samples";
        import { tryValidators } from "./try-validators.ts";
        const findings = JSON.stringify(tryValidators(validators, samples));
        ${report}`,
      resolveDir: here,
    },
    plugins: [imports(samples, importFrom)],
    bundle: true,
    minify: importFrom === undefined,
    format: "esm",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

function imports(samples: readonly Sample[], importFrom: string | undefined): Plugin {
  return {
    name: "trial",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^samples$/ }, ({ path }) => ({ path, namespace: "samples" }));
      onLoad({ filter: /.*/, namespace: "samples" }, () => ({
        contents: JSON.stringify(samples),
        loader: "json",
      }));
      if (importFrom === undefined) return;
      onResolve({ filter: /^@sdkmill\// }, () => ({ path: importFrom, external: true }));
    },
  };
}
