export { ApiClient } from "./api-client.js";
export type { ApiDescription } from "./api-description.js";
export { ApiError, isApiError } from "./api-error.js";
export type { ApiPromise, ApiResponse } from "./api-promise.js";
export { bindOperations, type FetchClient, type OperationTree } from "./bind-operations.js";
export { call } from "./call.js";
export type { CallOptions } from "./call-options.js";
export { ClientError } from "./client-error.js";
export type { ClientOptions } from "./client-options.js";
export { ConnectionError, type Outcome } from "./connection-error.js";
export { apiKey, basic, bearer, type CredentialScheme } from "./credentials.js";
export type { CallEvent, ErrorEvent, Hooks, InvalidEvent, ResponseEvent, RetryEvent } from "./hooks.js";
export { logTo, type LogLevel, type LogSink } from "./log-to.js";
export { paged, type PagedPromise, type PagedRoute } from "./paged.js";
export { queryParameters } from "./query-parameters.js";
export type { RetryClass } from "./retry-class.js";
export type { Route } from "./route.js";
export { TimeoutError } from "./timeout-error.js";
export {
  validateBy,
  type OperationValidators,
  type ValidationOptions,
  type Validator,
} from "./validate-by.js";
export { ValidationError, type ValidationIssue } from "./validation-error.js";
export type { Validation } from "./validation.js";
