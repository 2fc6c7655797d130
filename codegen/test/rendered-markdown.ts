import { dependencyOf } from "./dependency-of.ts";

interface Marked {
  readonly parse: (text: string, options: object) => string;
}

/** Markdown as HTML, by a reader of GitHub's dialect that leaves all HTML in it as it is. */
export async function renderedMarkdown(text: string): Promise<string> {
  const loaded = await dependencyOf("@arethetypeswrong/cli", "marked");
  if (!isMarked(loaded)) throw new Error("There is no marked.");
  return loaded.parse(text, { mangle: false, headerIds: false });
}

function isMarked(value: unknown): value is Marked {
  return typeof value === "object" && value !== null && "parse" in value;
}

/** What a browser would make of HTML: its elements in their order, with their attributes. */
export function elementsIn(html: string): readonly string[] {
  return Array.from(html.matchAll(/<(?!\/)[^>]*>/g), ([element]) => element);
}

/** What a reader sees of HTML. */
export function textIn(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#39": "'",
    "#124": "|",
  };
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#8203;", "")
    .replaceAll(/&([#\w]+);/g, (all, name: string) => entities[name] ?? all)
    .trim();
}
