/** A number with what it counts: `1 schema`, `0 schemas`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
