/**
 * The type of a field that a built event doesn't have, or that is `null`.
 *
 * The types of other packages disagree about such fields: one requires `null`, another an object, a third a string. `never` fits all of
 * them, so you can pass the event to each of their handlers without a cast. Check such fields with `toBeUndefined()` or `toBeNull()`.
 */
export type Absent = never;
