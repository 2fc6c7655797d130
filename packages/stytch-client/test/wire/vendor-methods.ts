/** A method of somebody else's client. */
export interface VendorMethod {
  /** `B2BClient.otps.sms.send` */
  readonly name: string;
  readonly call: (...values: readonly unknown[]) => unknown;
}

/** What the vendor's classes keep for themselves: a copy of what stands elsewhere too. */
const inner = new Set(["policyCache"]);

/**
 * The methods of a client that is made of objects of classes: those of each class, in the objects that are
 * its properties. Other properties are no part of what such a client can do.
 */
export function vendorMethodsOf(client: object, name: string): readonly VendorMethod[] {
  return [
    ...ownMethods(client, name),
    ...Object.entries(client).flatMap(([key, part]) => {
      return isOfClass(part) && !inner.has(key) ? vendorMethodsOf(part, `${name}.${key}`) : [];
    }),
  ];
}

function ownMethods(part: object, name: string): readonly VendorMethod[] {
  const prototype: object = Object.getPrototypeOf(part);
  return Object.getOwnPropertyNames(prototype).flatMap((key) => {
    const method: unknown = Reflect.get(prototype, key);
    if (key === "constructor" || typeof method !== "function") return [];
    return [{ name: `${name}.${key}`, call: (...values) => Reflect.apply(method, part, values) }];
  });
}

function isOfClass(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype;
}
