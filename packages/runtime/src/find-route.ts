import { encodedPath } from "./encoded-path.js";
import type { Route } from "./route.js";

/**
 * The route of an operation by its method and its path, as the contract has it, or with its parameters filled in.
 * A path without parameters goes first (OpenAPI 3.1.1, section 4.8.8.1).
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  const encoded = encodedPath(path);
  const candidates = routes.filter((route) => route.method === method);
  return (
    candidates.find((route) => route.path === encoded) ??
    candidates.find((route) => pattern(route.path).test(path.replace(/[?#].*$/s, "")))
  );
}

function pattern(template: string): RegExp {
  const steps = template.split(/\{[^{}]+\}/).map((step) => step.replace(/\W/g, "\\$&"));
  return new RegExp(`^${steps.join("[^/]+")}$`);
}
