/**
 * A type written out, which gives an interface the index signature that object types have. `undefined` and `null` stay as they are.
 *
 * TypeScript compares two events by the members of their types, and not only by their type arguments, if a type argument goes through a
 * mapped type such as this one.
 */
export type Plain<T> = { [Key in keyof T]: T[Key] };
