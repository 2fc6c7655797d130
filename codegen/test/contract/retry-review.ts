import type { RetryClass } from "../../src/contract/contract.ts";
import { idempotentOperations } from "./idempotent-operations.ts";
import type { ReviewedGroup } from "./reviewed-group.ts";
import { safeOperations } from "./safe-operations.ts";
import { singleUseOperations } from "./single-use-operations.ts";

/**
 * What a person found for every operation of Stytch. One that is new, or has moved, has the class of its method, which
 * does no harm; before it gets another one it has to be looked at, and to stand here.
 */
export const retryReview: Readonly<Record<RetryClass, readonly ReviewedGroup[]>> = {
  safe: safeOperations,
  idempotent: idempotentOperations,
  "single-use": singleUseOperations,
};
