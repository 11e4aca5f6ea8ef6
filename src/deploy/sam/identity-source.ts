import type { KeyRules } from '../reading/keys.js';
import type { Fields } from '../template/properties.js';
import { readTexts } from '../template/values.js';

/** The keys of an authorizer's `Identity` that name what it reads. */
export const IDENTITY_SOURCES = {
  Headers: 'read',
  QueryStrings: 'read',
  StageVariables: 'read',
  Context: 'read',
} as const satisfies KeyRules;

/** What comes before the names, in the order in which SAM writes them. */
export type SourcePrefixes = Readonly<Record<keyof typeof IDENTITY_SOURCES, string>>;

/** Returns the identity sources of a Lambda authorizer. `undefined`: none. */
export function identitySourcesOf({ read }: Fields<typeof IDENTITY_SOURCES>, prefixes: SourcePrefixes): readonly string[] | undefined {
  const sources = (['Headers', 'QueryStrings', 'StageVariables', 'Context'] as const).flatMap((key) =>
    (read(key, readTexts) ?? []).map((name) => prefixes[key] + name),
  );
  return sources.length > 0 ? sources : undefined;
}
