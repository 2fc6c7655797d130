import { Worker } from "node:worker_threads";

/** What goes to the worker and what comes back, told apart by a number. */
export interface FormatRequest {
  readonly id: number;
  readonly path: string;
  readonly text: string;
}

export type FormatResponse =
  { readonly id: number; readonly text: string } | { readonly id: number; readonly fault: string };

/** Formats texts with prettier in a thread of its own, while this one goes on emitting. */
export interface Formatter {
  /**
   * @param path tells the language by its ending
   * @param blocks top-level statements; formatted in groups, since prettier needs four times as long for
   *   twice as many comments
   */
  readonly format: (path: string, blocks: readonly string[]) => Promise<string>;
  /** Ends the thread; nothing can be formatted after. */
  readonly close: () => Promise<void>;
}

const formatWorker = new URL("./format-worker.ts", import.meta.url);

/**
 * Starts the thread. Prettier is loaded there and not here.
 *
 * @param module what runs in it
 */
export function startFormatter(module = formatWorker): Formatter {
  const worker = new Worker(module);
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  worker.on("message", (response: FormatResponse) => {
    const { resolve, reject } = waiting.get(response.id) ?? Promise.withResolvers<string>();
    waiting.delete(response.id);
    if ("text" in response) resolve(response.text);
    else reject(new Error(response.fault));
  });
  let death: Error | undefined;
  worker.on("error", (cause) => {
    death = cause;
    for (const { reject } of waiting.values()) reject(cause);
  });
  let last = 0;
  const formatText = (path: string, text: string): Promise<string> => {
    // Nobody would answer.
    if (death !== undefined) return Promise.reject(death);
    const request: FormatRequest = { id: (last += 1), path, text };
    const result = Promise.withResolvers<string>();
    waiting.set(request.id, result);
    worker.postMessage(request);
    return result.promise;
  };
  return {
    format: async (path, blocks) => {
      const texts = await Promise.all(groupBlocks(blocks).map((group) => formatText(path, group)));
      return texts.join("\n");
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Where a group ends: small enough to be quick, large enough to be few. */
const GROUP_LENGTH = 20_000;

function groupBlocks(blocks: readonly string[]): readonly string[] {
  const groups: string[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last === undefined || last.length + block.length > GROUP_LENGTH) groups.push(block);
    else groups[groups.length - 1] = `${last}\n\n${block}`;
  }
  return groups;
}
