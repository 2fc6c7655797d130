/**
 * Reads the body of an answer.
 *
 * @param limit how many bytes at most
 * @returns undefined if there are more
 */
export async function readBytes({ body }: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: BlobPart[] = [];
  const reader = body?.getReader();
  for (let size = 0, part; (part = await reader?.read()) && !part.done; chunks.push(part.value as BlobPart)) {
    size += part.value.length;
    if (size > limit) {
      // Ends the connection, on which more would come; how that goes is of no interest.
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
