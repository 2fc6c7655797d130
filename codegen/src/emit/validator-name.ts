/** The name of the validator of a type: `validateMember`. */
export function validatorName(name: string): string {
  return `validate${name.replace(/^_/, "")}`;
}
