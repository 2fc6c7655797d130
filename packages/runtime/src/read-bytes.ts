/**
 * Reads the body of an answer.
 *
 * @param limit how many bytes at most
 * @returns undefined if there are more
 */
export async function readBytes({ body }: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let size = 0;
  for (let part; (part = await reader?.read()) && !part.done; chunks.push(part.value)) {
    size += part.value.length;
    if (!(size <= limit)) {
      // Ends the connection, on which more would come; how that goes is of no interest.
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.toReversed()) bytes.set(chunk, (size -= chunk.length));
  return bytes;
}
