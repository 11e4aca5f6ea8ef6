import * as z from 'zod';
import { importPeer } from './group.js';
import { zodSchema } from './peer-schemas.js';
import type { Shape } from './shapes.js';

type Check = (value: unknown) => boolean;

/** The parts of ajv 8 that we use. It is CommonJS with a default export. */
interface AjvModule {
  readonly default: { readonly default: new (options: object) => { compile(schema: object): object } };
}

interface StandaloneModule {
  readonly default: { default(ajv: object, checks: object): string };
}

/** Returns the code that ajv generates for a shape, a module that exports `validate`, or `undefined` if ajv isn't installed. */
export async function ajvCode(shape: Shape, format: 'esm' | 'cjs'): Promise<string | undefined> {
  const [ajvModule, standalone] = await Promise.all([importPeer('ajv/dist/2020.js'), importPeer('ajv/dist/standalone/index.js')]);
  if (ajvModule === undefined) return undefined;
  const { default: Ajv } = (ajvModule as AjvModule).default; // see above
  const schema = { ...z.toJSONSchema(zodSchema(shape), { unrepresentable: 'any' }), $id: 'event' };
  const ajv = new Ajv({ strict: false, schemas: [schema], code: { source: true, esm: format === 'esm' } });
  return (standalone as StandaloneModule).default.default(ajv, { validate: 'event' }); // see above
}

/** Returns the check that ajv generates. */
export async function ajvCheck(shape: Shape): Promise<Check | undefined> {
  const code = await ajvCode(shape, 'esm');
  if (code === undefined) return undefined;
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const { validate } = (await import(url)) as { validate: Check }; // what `ajvCode` asks for
  return validate;
}
