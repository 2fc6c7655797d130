import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["codegen/test/**/*.test.ts", "packages/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    // What the fixtures of the generator hold are packages without the repository around them.
    exclude: [...configDefaults.exclude, "codegen/test/fixtures/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
