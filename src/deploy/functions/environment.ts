import type { DeployedValue } from '../deployment.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import { type KeyRules, readEntries, readKeys } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';

const ENVIRONMENT = { Variables: 'read' } as const satisfies KeyRules;

/** Reads a function's environment variables. Numbers and booleans become strings. One that only AWS knows is a placeholder. */
export function readEnvironment(value: unknown, place: Place): Readonly<Record<string, DeployedValue>> | undefined {
  const { Variables: variables } = readKeys(value, ENVIRONMENT, place);
  if (variables === undefined) return undefined;
  const inside = at(place, 'Variables');
  return Object.fromEntries(
    readEntries(variables, inside).flatMap(([name, content]) => {
      const known = asValue(content);
      if (known === undefined) unsupported(at(inside, name), 'An environment variable must be a string.');
      else if (typeof known !== 'string')
        optional(at(inside, name), `Only AWS knows the value ${textOf(known)}. Set \`${name}\` yourself.`);
      return known === undefined ? [] : [[name, known]];
    }),
  );
}
