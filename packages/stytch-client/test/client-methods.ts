/** A method of a client, or a single function that has its client already. */
export interface NamedCaller {
  /** `b2b.otps.sms.send` */
  readonly name: string;
  readonly call: (parameters: object, options?: object) => Promise<unknown>;
}

/** Every function in the namespaces of a client. */
export function methodsOf(client: object, namespace = ""): readonly NamedCaller[] {
  return Object.entries(client)
    .filter(([key]) => !key.startsWith("$"))
    .flatMap(([key, entry]: [string, unknown]) => {
      const name = namespace === "" ? key : `${namespace}.${key}`;
      if (typeof entry === "function") return [{ name, call: entry as NamedCaller["call"] }];
      return typeof entry === "object" && entry !== null ? methodsOf(entry, name) : [];
    });
}
