import type * as z from 'zod';

/**
 * The message of a union: the first issue of the option that the value means, its path in front. A union's own message says "Invalid
 * input" and nothing of what is wrong, and zod's discriminated union looks only at keys of the value itself.
 *
 * @param choose the index of the option that the value means, -1 for none.
 * @param otherwise what to say when it means none.
 */
export function explainOption(choose: (value: unknown) => number, otherwise: string): z.core.$ZodErrorMap<z.core.$ZodIssueInvalidUnion> {
  return (issue) => {
    const first = issue.code === 'invalid_union' ? issue.errors[choose(issue.input)]?.[0] : undefined;
    if (!first) return otherwise;
    return first.path.length > 0 ? `${first.path.join('.')}: ${first.message}` : first.message;
  };
}
