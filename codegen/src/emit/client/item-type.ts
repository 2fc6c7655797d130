import type { Operation } from "../../contract/contract.ts";
import { literal } from "../code.ts";

/**
 * The type of what the pages of an operation hold: `NonNullable<NonNullable<types.UsersSearchResponse>["results"]>[number]`.
 *
 * @param result the type of one page
 * @returns undefined for an operation without pages
 */
export function itemType({ pagination }: Operation, result: string): string | undefined {
  if (pagination === undefined) return undefined;
  const items = pagination.items.reduce(
    (type, step) => `NonNullable<${type}[${literal(step)}]>`,
    `NonNullable<${result}>`,
  );
  return `${items}[number]`;
}
