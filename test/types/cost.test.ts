import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileText } from './language.js';

/** Most instantiations of types that a further call of `refineEvent` may cost. The number is the same on every computer. */
const LIMIT = 1500;

describe('refineEvent', () => {
  test(`costs the compiler at most ${LIMIT} instantiations`, () => {
    const fields = `body: jsonBody(z.object({ a: z.string() })), pathParameters: z.object({ id: z.coerce.number() }),
      queryStringParameters: z.object({ q: z.string().optional() }), stageVariables: z.object({ T: z.string() }),
      authorizer: z.object({ t: z.string() })`;
    const [few, many] = [costOf(2, fields), costOf(7, fields)];
    expect((many - few) / 5).toBeLessThanOrEqual(LIMIT);
    expect(many).toBeGreaterThan(few);
  }, 120_000);
});

/** Compiles some calls with these fields, each read once. Returns the compiler's number of instantiations. */
function costOf(count: number, fields: string): number {
  // Other names in each call, so that no type is used twice.
  const calls = Array.from({ length: count }, (_, index) => {
    const own = fields.replace(/\b(a|id|q|T|t):/g, `$1${index}:`);
    return `export const R${index} = refineEvent(APIGatewayProxyEventV2Schema, { ${own} });
      export const v${index}: string = R${index}.parse(0).body.a${index};`;
  });
  const imports = `import * as z from 'zod/v4';
    import { APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from '../../src/schemas/index.js';`;
  const { program, source } = compileText(resolve('test/types/cost-probe.ts'), [imports, ...calls].join('\n'));
  expect(program.getSemanticDiagnostics(source).map(({ messageText }) => messageText)).toEqual([]);
  return program.getInstantiationCount();
}
