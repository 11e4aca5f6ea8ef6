import { type Place, unsupported } from '../../reading/place.js';
import type { Missing, ResolverSettings } from './resolver.js';

/** Sections that only variables refer to. What has no value there is reported where it is used. */
const UNUSED: ReadonlySet<string> = new Set(['custom', 'params', 'package', 'plugins', 'build', 'outputs']);

const REASONS: Readonly<Record<Missing, string>> = {
  syntax: 'The variable has a syntax error',
  circle: 'The variable refers to itself',
  value: 'The variable has no value here',
  reference: 'The variable refers to a value that is not known',
  source: 'The value of the variable is not known without AWS or a plugin',
};

/** Returns what reports the variables of a file without a value. Serverless refuses to deploy such a file, or asks AWS or a plugin. */
export function reportMissing(place: Place): ResolverSettings['onMissing'] {
  return (path, written, why) => {
    if (!UNUSED.has(path[0] ?? '')) unsupported({ ...place, path }, `${REASONS[why]}: ${written}`);
  };
}
