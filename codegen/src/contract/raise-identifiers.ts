import { own, withProperties } from "../source/json.ts";
import { isBefore } from "./raise-keywords.ts";
import { renamed, type Move } from "./raise-moves.ts";
import { ignoredKeyword, unchanged, withoutKeywords, type RaiseStep } from "./raise-step.ts";

/**
 * `id` of draft-04 becomes `$id`, and a fragment in it, which was how drafts before 2019-09 wrote an
 * anchor, becomes `$anchor`.
 *
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#rfc.section.8.2.3
 * @see https://json-schema.org/draft/2019-09/release-notes#core-vocabulary
 */
export const raiseIdentifier: RaiseStep = (schema, { dialect, isRoot }) => {
  if (!isBefore(dialect.draft, "2019-09")) return unchanged(schema);
  // The root of a draft-04 document may have `$id` alone: what else should it mean.
  const keyword = dialect.draft === "draft-04" && own(schema, "id") !== undefined ? "id" : "$id";
  const id = own(schema, keyword);
  if (id === undefined) return unchanged(schema);
  const rename: readonly Move[] = keyword === "id" ? [renamed("id", "$id")] : [];
  const raised = (changes: Readonly<Record<string, string>>, moves: readonly Move[]) => ({
    schema: withProperties(schema, { [keyword]: undefined, ...changes }),
    moves,
    faults: [],
  });
  if (typeof id !== "string")
    return { schema: withProperties(schema, { id: undefined, $id: id }), moves: rename, faults: [] };

  const hash = id.indexOf("#");
  const [uri, fragment] = hash < 0 ? [id, ""] : [id.slice(0, hash), id.slice(hash + 1)];
  // A document may be named by the component that it is to be.
  if (fragment === "" || (isRoot && uri === "" && fragment.startsWith("/")))
    return id === "#" ? raised({}, []) : raised({ $id: id }, rename);
  if (fragment.startsWith("/")) {
    if (uri !== "") return raised({ $id: uri }, rename);
    const help = "Remove it; references can name the place by the same pointer.";
    return withoutKeywords(schema, [ignoredKeyword(keyword, "a JSON Pointer is no identifier", help)]);
  }
  return uri === ""
    ? raised({ $anchor: fragment }, [renamed(keyword, "$anchor")])
    : raised({ $id: uri, $anchor: fragment }, rename);
};
