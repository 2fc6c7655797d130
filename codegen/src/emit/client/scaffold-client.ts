import type { Contract } from "../../contract/contract.ts";
import { packageName, type PackageNaming, type ScaffoldFile } from "../emitter.ts";
import { compiledScripts, compilerFiles, exportEntry, manifest } from "../scaffold.ts";
import { clientReadme } from "./client-readme.ts";
import { isValidated } from "./validation-module.ts";

/** Everything of a client package that is not generated again. */
export function scaffoldClient(contract: Contract, naming: PackageNaming): readonly ScaffoldFile[] {
  const validators = packageName(contract, "validators", naming);
  const hasValidation = isValidated(contract);
  return [
    manifest(contract, "client", naming, {
      description: `A fetch client of ${contract.title}.`,
      keywords: [contract.name, "api", "client", "fetch", "openapi", "sdk"],
      exports: {
        ".": exportEntry("index"),
        "./core": exportEntry("generated/core"),
        "./operations": exportEntry("generated/operations/index"),
        ...(hasValidation ? { "./validation": exportEntry("generated/validation") } : {}),
      },
      scripts: compiledScripts,
      dependencies: {
        "@sdkmill/runtime": "workspace:^",
        [packageName(contract, "types", naming)]: "workspace:^",
      },
      ...(hasValidation ? { optionalPeers: { [validators]: "*" } } : {}),
      devDependencies: { ...(hasValidation ? { [validators]: "workspace:^" } : {}), typescript: "catalog:" },
    }),
    ...compilerFiles(["es2023", "dom", "dom.iterable"]),
    { path: "src/index.ts", text: 'export * from "./generated/index.js";\n' },
    { path: "README.md", text: clientReadme(contract, naming) },
  ];
}
