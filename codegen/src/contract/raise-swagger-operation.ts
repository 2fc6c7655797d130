import { error } from "../diagnostics.ts";
import {
  isArray,
  isObject,
  own,
  ownArray,
  ownString,
  withProperties,
  type Json,
  type JsonObject,
} from "../source/json.ts";
import type { Move } from "./raise-moves.ts";
import { raiseBody, raiseForm } from "./raise-swagger-body.ts";
import { raiseParameter } from "./raise-swagger-parameter.ts";
import {
  below,
  copied,
  mediaTypes,
  notesOf,
  part,
  raiseEntries,
  sharedPart,
  type RaisedPart,
  type Spot,
  type SwaggerScope,
} from "./raise-swagger-part.ts";
import { raiseResponse } from "./raise-swagger-response.ts";
import { raiseServers } from "./raise-swagger-servers.ts";

/** A parameter in a list, or what it refers to. */
interface Listed {
  readonly item: Json;
  /** Where the item is in its list. */
  readonly index: number;
  readonly parameter: Json;
  readonly written: string;
  readonly isShared: boolean;
}

/** The parameters of a path item or of an operation. */
export function listParameters(node: Json, at: Spot, scope: SwaggerScope): readonly Listed[] {
  return ownArray(node, "parameters").map((item, index) => {
    const shared = sharedPart(item, "parameters", scope);
    const { written } = below(at, "parameters", index);
    return {
      item,
      index,
      parameter: shared?.value ?? item,
      written: shared?.written ?? written,
      isShared: shared !== undefined,
    };
  });
}

/** Whether a parameter is, or is a part of, the request body. */
function isPayload({ parameter }: Listed): boolean {
  return ["body", "formData"].includes(ownString(parameter, "in") ?? "");
}

/** A node with the parameters left that are no part of a body. */
export function raiseParameters(
  node: JsonObject,
  listed: readonly Listed[],
  at: Spot,
): RaisedPart<JsonObject> {
  if (!isArray(own(node, "parameters"))) return part(node);
  const kept = listed.filter((entry) => !isPayload(entry));
  const raised = kept.map(({ item, index }, next): RaisedPart => {
    const { written } = below(at, "parameters", index);
    const spot = { written, raised: below(at, "parameters", next).raised };
    const { value, moves, faults } = raiseParameter(item, spot);
    const moved: readonly Move[] = index === next ? [] : [{ from: written, to: spot.raised }];
    return { value, moves: [...moved, ...moves], faults };
  });
  const isEmptied = raised.length === 0 && listed.length > 0;
  const parameters = isEmptied ? undefined : raised.map(({ value }) => value);
  return { value: withProperties(node, { parameters }), ...notesOf(raised) };
}

/**
 * Says an operation of Swagger 2.0 in OpenAPI 3. Its parameters in the body become a request body; those of the
 * path item are among them, unless it has its own.
 *
 * @param inherited the parameters of the path item
 * @see https://spec.openapis.org/oas/v2.0.html#operation-object
 */
export function raiseOperation(
  written: Json,
  at: Spot,
  inherited: readonly Listed[],
  scope: SwaggerScope,
): RaisedPart {
  if (!isObject(written)) return part(written);
  const consumes = mediaTypes(written, "consumes");
  const listed = listParameters(written, at, scope);
  const body = payloadOf(listed, inherited, below(at, "requestBody").raised, consumes, scope);
  const parameters = raiseParameters(written, listed, at);
  const responses = own(written, "responses");
  const answers =
    responses === undefined
      ? undefined
      : raiseEntries(responses, below(at, "responses"), answerOf(mediaTypes(written, "produces"), scope));
  const schemes = own(written, "schemes");
  const servers =
    schemes === undefined
      ? undefined
      : raiseServers(scope.root, schemes, {
          written: below(at, "schemes").written,
          raised: below(at, "servers").raised,
        });
  const changes = {
    consumes: undefined,
    produces: undefined,
    schemes: undefined,
    ...(servers === undefined ? {} : { servers: servers.value }),
    ...(body === undefined ? {} : { requestBody: body.value }),
    ...(answers === undefined ? {} : { responses: answers.value }),
  };
  const parts = [body, parameters, answers, servers].filter((found) => found !== undefined);
  return { value: withProperties(parameters.value, changes), ...notesOf(parts) };
}

/** Raises a response; one of the root is said anew where the operation speaks other media types. */
function answerOf(produces: readonly string[] | undefined, scope: SwaggerScope) {
  return (response: Json, at: Spot): RaisedPart => {
    const shared = produces === undefined ? undefined : sharedPart(response, "responses", scope);
    return shared === undefined
      ? raiseResponse(response, at, produces ?? scope.produces)
      : copied(raiseResponse(shared.value, { written: shared.written, raised: at.raised }, produces ?? []));
  };
}

/** The request body, if there is one: of the operation's own parameters, or else of its path item's. */
function payloadOf(
  listed: readonly Listed[],
  inherited: readonly Listed[],
  raised: string,
  consumes: readonly string[] | undefined,
  scope: SwaggerScope,
): RaisedPart | undefined {
  const mine = listed.filter(isPayload);
  const all = mine.some(isBody) ? mine : [...inherited.filter(isPayload), ...mine];
  const body = all.find(isBody);
  const types = consumes ?? scope.consumes;
  if (body !== undefined && isObject(body.parameter)) {
    const others = mine.filter((entry) => entry !== body);
    const faults = others.map((entry) => ({ pointer: entry.written, diagnostic: secondBody }));
    if (body.isShared && consumes === undefined) return { ...part(body.item), faults };
    const raisedBody = raiseBody(body.parameter, { written: body.written, raised }, types);
    return { ...(body.isShared ? copied(raisedBody) : raisedBody), faults };
  }
  const byName = new Map(all.map((entry) => [ownString(entry.parameter, "name"), entry]));
  const fields = [...byName.values()].flatMap(({ parameter, written, isShared }) =>
    isObject(parameter) ? [{ parameter, written, isShared }] : [],
  );
  return fields.length === 0 ? undefined : raiseForm(fields, raised, types);
}

function isBody({ parameter }: Listed): boolean {
  return ownString(parameter, "in") === "body";
}

const secondBody = error(
  "operation-parameter",
  "The operation has a body already.",
  "Keep one parameter `in: body`, and none `in: formData` beside it.",
);
