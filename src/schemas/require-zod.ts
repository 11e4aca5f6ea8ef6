import * as z from 'zod/v4';

let isChecked = false;

/**
 * Checks the version of zod before the first schema is built. Versions without `zod/v4` don't get here: see `tsup.config.ts`.
 *
 * @throws Error if zod is a preview of version 4 that accepts an array as an object. Nothing else shows its version.
 */
export function requireZod(): void {
  if (isChecked) return;
  if (z.looseObject({}).safeParse([]).success) {
    throw new Error('apigw-proxy/schemas needs zod 3.25.56 or later; found an earlier 3.25. Run `npm install zod`.');
  }
  isChecked = true;
}
