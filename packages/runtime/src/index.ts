export { ApiClient, call, type Call, type CallParameters } from "./api-client.js";
export type { ApiDescription, ApiServer, CredentialScheme } from "./api-description.js";
export { ApiError } from "./api-error.js";
export { bindOperations, type OperationTree } from "./bind-operations.js";
export type { CallOptions, ClientOptions } from "./options.js";
