/**
 * What a call throws.
 *
 * @throws {Error} if it does not
 */
export async function failureOf(call: Promise<unknown>): Promise<Error & Readonly<Record<string, unknown>>> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("The call did not fail.");
  return error as Error & Readonly<Record<string, unknown>>;
}
