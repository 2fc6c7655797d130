import { rule, type Rule } from "../rule.ts";

/** Of what clients send and of what they get: validators are of schemas, and so nothing here is theirs. */
const sided = (request: string, response: string, mirror: string): Rule =>
  rule(`${request}/-`, `${response}/-`, mirror);

/** The same from both sides. */
const both = (cell: string, mirror: string): Rule => sided(cell, cell, mirror);

/** A change that is of the same kind backwards. */
const changed = (kind: string, request: string, response = request): Readonly<Record<string, Rule>> => ({
  [kind]: sided(request, response, kind),
});

/** What a parameter and a header of an answer have in common. */
function fieldRules(name: string): Readonly<Record<string, Rule>> {
  return {
    // To leave out what is gone may go unnoticed by a server; code that names it does not compile.
    [`${name}-added-required`]: sided("M/M", "m/m", `${name}-removed-required`),
    [`${name}-added-optional`]: sided("m/m", "m/m", `${name}-removed-optional`),
    [`${name}-removed-required`]: sided("M/m", "M/M", `${name}-added-required`),
    [`${name}-removed-optional`]: sided("M/m", "M/m", `${name}-added-optional`),
    [`${name}-became-required`]: sided("M/M", "m/m", `${name}-became-optional`),
    [`${name}-became-optional`]: sided("m/m", "M/M", `${name}-became-required`),
    // Its schema as such: without one, it may be anything.
    [`${name}-schema-added`]: sided("M/M", "m/m", `${name}-schema-removed`),
    [`${name}-schema-removed`]: sided("m/m", "M/M", `${name}-schema-added`),
    [`${name}-deprecated`]: both("m/-", `${name}-reactivated`),
    [`${name}-reactivated`]: both("p/-", `${name}-deprecated`),
    // Names of headers are the same in all cases on the wire, and not to a compiler.
    ...changed(`${name}-respelled`, "M/-"),
    // Style, explode, and whether it is a text or a media type.
    ...changed(`${name}-serialization-changed`, "-/M"),
  };
}

const operationRules: Readonly<Record<string, Rule>> = {
  "operation-added": both("m/m", "operation-removed"),
  "operation-removed": both("M/M", "operation-added"),
  "operation-added-deprecated": both("m/m", "operation-removed-deprecated"),
  // Clients were told to leave it; their code loses the method all the same.
  "operation-removed-deprecated": both("M/m", "operation-added-deprecated"),
  // The method of the client may stay; the key in `paths` of the types package does not.
  ...changed("operation-moved", "M/M"),
  // A name in code is nothing on the wire.
  ...changed("operation-renamed", "M/-"),
  "operation-renamed-with-alias": both("m/-", "operation-alias-restored"),
  "operation-alias-restored": both("M/-", "operation-renamed-with-alias"),
  // Another of its names is now the one that is not deprecated.
  ...changed("operation-alias-preferred", "m/-"),
  "operation-alias-added": both("m/-", "operation-alias-removed"),
  "operation-alias-removed": both("M/-", "operation-alias-added"),
  // The key in `operations` of the types package.
  "operation-id-added": both("m/-", "operation-id-removed"),
  "operation-id-removed": both("M/-", "operation-id-added"),
  ...changed("operation-id-changed", "M/-"),
  "operation-deprecated": both("m/-", "operation-reactivated"),
  "operation-reactivated": both("p/-", "operation-deprecated"),
  // Clients are not grouped by tags.
  ...changed("operation-tags-changed", "-/-"),
  // Parameters are named in one object, and in the key in `paths`; on the wire only their values are.
  ...changed("path-parameter-renamed", "M/-"),
  // What the client does by itself differs, and what code says does not.
  ...changed("retry-class-changed", "m/-"),
  // An answer becomes a list of pages that is an answer, too.
  "pagination-added": both("m/-", "pagination-removed"),
  "pagination-removed": both("M/-", "pagination-added"),
  // Its items may be of another type, its cursor another parameter.
  ...changed("pagination-changed", "M/-"),
};

const parameterRules: Readonly<Record<string, Rule>> = {
  ...fieldRules("parameter"),
  ...changed("parameter-moved", "M/M"),
  "parameter-reserved-allowed": sided("-/m", "-/M", "parameter-reserved-refused"),
  "parameter-reserved-refused": sided("-/M", "-/m", "parameter-reserved-allowed"),
  "parameter-empty-allowed": sided("-/m", "-/M", "parameter-empty-refused"),
  "parameter-empty-refused": sided("-/M", "-/m", "parameter-empty-allowed"),
};

const contentRules: Readonly<Record<string, Rule>> = {
  "request-body-added-required": sided("M/M", "m/m", "request-body-removed-required"),
  "request-body-added-optional": sided("m/m", "m/m", "request-body-removed-optional"),
  "request-body-removed-required": sided("M/M", "M/M", "request-body-added-required"),
  "request-body-removed-optional": sided("M/M", "M/M", "request-body-added-optional"),
  "request-body-became-required": sided("M/M", "m/m", "request-body-became-optional"),
  "request-body-became-optional": sided("m/m", "M/M", "request-body-became-required"),
  // Beside the parameters of a call, or under `body`.
  ...changed("request-body-form-changed", "M/-"),
  "media-type-added": sided("m/m", "m/m", "media-type-removed"),
  "media-type-removed": sided("M/M", "M/M", "media-type-added"),
  // `application/json` that became `application/*`: the key in the types package is another one.
  "media-type-generalized": sided("M/m", "M/M", "media-type-specialized"),
  "media-type-specialized": sided("M/M", "M/-", "media-type-generalized"),
  ...changed("media-type-respelled", "M/-"),
  "media-type-schema-added": sided("M/M", "m/m", "media-type-schema-removed"),
  "media-type-schema-removed": sided("m/m", "M/M", "media-type-schema-added"),
  ...changed("encoding-changed", "-/M"),
};

const responseRules: Readonly<Record<string, Rule>> = {
  // The type of what is answered gains a branch; `compare-responses.ts` says when it does not.
  "response-added": sided("m/m", "M/m", "response-removed"),
  "response-removed": sided("M/M", "M/M", "response-added"),
  // `200` that is now covered by `2XX` or `default`: the key in the types package is another one.
  "response-generalized": sided("M/m", "M/m", "response-specialized"),
  "response-specialized": sided("M/M", "M/-", "response-generalized"),
  // Errors are an open union: there may always be another one. One less: see `deadBranch` of the policy.
  "error-response-added": sided("m/m", "m/m", "error-response-removed"),
  "error-response-removed": sided("M/M", "m/-", "error-response-added"),
  "error-response-generalized": sided("m/m", "m/-", "error-response-specialized"),
  "error-response-specialized": sided("M/M", "m/-", "error-response-generalized"),
  // Nothing of them is emitted.
  ...changed("response-links-changed", "-/-"),
  ...fieldRules("response-header"),
};

const securityRules: Readonly<Record<string, Rule>> = {
  // Types tell what credentials a client asks for, and nothing else: see `credentials-changed`.
  ...changed("credentials-changed", "M/-"),
  "security-added": sided("-/M", "-/m", "security-removed"),
  "security-removed": sided("p/-", "-/M", "security-added"),
  "security-alternative-added": sided("-/m", "-/M", "security-alternative-removed"),
  "security-alternative-removed": sided("-/M", "-/m", "security-alternative-added"),
  "security-scheme-required": sided("-/M", "-/m", "security-scheme-dropped"),
  // Who still sends what is no longer asked for is not refused.
  "security-scheme-dropped": sided("-/m", "-/M", "security-scheme-required"),
  "security-scope-added": sided("-/M", "-/-", "security-scope-removed"),
  "security-scope-removed": sided("-/-", "-/M", "security-scope-added"),
  ...changed("security-scheme-changed", "-/M"),
  "oauth-flow-added": both("-/m", "oauth-flow-removed"),
  "oauth-flow-removed": both("-/M", "oauth-flow-added"),
  "oauth-scope-added": both("-/m", "oauth-scope-removed"),
  "oauth-scope-removed": both("-/M", "oauth-scope-added"),
};

const serverRules: Readonly<Record<string, Rule>> = {
  // The URL of the default server is in the client that was built from the contract.
  ...changed("server-default-changed", "-/M"),
  "server-default-added": both("-/m", "server-default-removed"),
  "server-default-removed": both("-/M", "server-default-added"),
  // Users may have chosen any of the others.
  "server-added": both("-/m", "server-removed"),
  "server-removed": both("-/M", "server-added"),
  ...changed("server-variable-default-changed", "-/M"),
  "server-variable-value-added": both("-/m", "server-variable-value-removed"),
  "server-variable-value-removed": both("-/M", "server-variable-value-added"),
  // A credential that chooses a server has to be a text: the client can not ask a function for it.
  ...changed("server-condition-changed", "M/M"),
};

const apiRules: Readonly<Record<string, Rule>> = {
  // `webhooks` is in the types package; of callbacks there are the component schemas alone.
  "webhook-added": both("m/m", "webhook-removed"),
  "webhook-removed": both("M/M", "webhook-added"),
  "callback-added": both("-/m", "callback-removed"),
  "callback-removed": both("-/M", "callback-added"),
  ...changed("callback-moved", "-/M"),
  // `compare-options.ts` says what each of them demands.
  ...changed("option-changed", "-/-"),
  "error-type-added": both("m/-", "error-type-removed"),
  // It was a branch of an open union.
  "error-type-removed": both("m/-", "error-type-added"),
  // Whether its value is shown in errors.
  ...changed("secret-changed", "p/-"),
  // Of most texts a comment is made.
  ...changed("text-changed", "p/-"),
  ...changed("info-changed", "-/-"),
  ...changed("extension-changed", "-/-"),
};

/**
 * What a change outside of schemas demands, by kind. In a webhook or a callback, the request is what
 * clients get: there, the cells of answers count for requests, and the other way round.
 */
export const operationRuleTable: Readonly<Record<string, Rule>> = {
  ...operationRules,
  ...parameterRules,
  ...contentRules,
  ...responseRules,
  ...securityRules,
  ...serverRules,
  ...apiRules,
};
