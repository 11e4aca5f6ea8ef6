import { resolve } from 'node:path';
import { compileText } from './language.js';

const FIELDS = `body: jsonBody(z.object({ a: z.string() })), pathParameters: z.object({ id: z.coerce.number() }),
  queryStringParameters: z.object({ q: z.string().optional() }), stageVariables: z.object({ T: z.string() }),
  authorizer: z.object({ t: z.string() })`;

/** Returns how many instantiations of types a further call of `refineEvent` costs, with all fields. */
export function instantiationsPerRefinement(): number {
  return (costOf(7) - costOf(2)) / 5;
}

/** Compiles some calls, each read once. Returns the compiler's number of instantiations. */
function costOf(count: number): number {
  // Other names in each call, so that no type is used twice.
  const calls = Array.from({ length: count }, (_, index) => {
    const own = FIELDS.replace(/\b(a|id|q|T|t):/g, `$1${index}:`);
    return `export const R${index} = refineEvent(APIGatewayProxyEventV2Schema, { ${own} });
      export const v${index}: string = R${index}.parse(0).body.a${index};`;
  });
  const imports = `import * as z from 'zod/v4';
    import { APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from '../../src/schemas/index.js';`;
  const { program, source } = compileText(resolve('test/types/cost-probe.ts'), [imports, ...calls].join('\n'));
  const errors = program.getSemanticDiagnostics(source).map(({ messageText }) => messageText);
  if (errors.length > 0) throw new Error(`The calls don't compile: ${JSON.stringify(errors)}`);
  return program.getInstantiationCount();
}
