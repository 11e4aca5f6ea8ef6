import { resolve } from 'node:path';
import type { CompiledTexts } from './language.js';

const FIELDS = `body: jsonBody(z.object({ a: z.string() })), pathParameters: z.object({ id: z.coerce.number() }),
  queryStringParameters: z.object({ q: z.string().optional() }), stageVariables: z.object({ T: z.string() }),
  authorizer: z.object({ t: z.string() })`;

/** Some calls, each read once. */
const MORE_CALLS = 7;
const FEW = textOf(2);
const MORE = textOf(MORE_CALLS);

/** The files whose check tells what a further call costs. They can be part of a larger program. */
export const COST_TEXTS = { [resolve('test/types/cost-few.ts')]: FEW, [resolve('test/types/cost-more.ts')]: MORE };

/**
 * Returns how many instantiations of types a further call of `refineEvent` costs, with all fields. The first file pays for what both need.
 *
 * @param compiled the files of {@link COST_TEXTS}.
 */
export function instantiationsPerRefinement({ program, sources }: CompiledTexts): number {
  const costs = sources.map((source) => {
    const before = program.getInstantiationCount();
    const errors = program.getSemanticDiagnostics(source).map(({ messageText }) => messageText);
    if (errors.length > 0) throw new Error(`The calls don't compile: ${JSON.stringify(errors)}`);
    return program.getInstantiationCount() - before;
  });
  return (costs[1] ?? 0) / MORE_CALLS;
}

function textOf(count: number): string {
  // Other names in each call, so that no type is used twice.
  const calls = Array.from({ length: count }, (_, index) => {
    const own = FIELDS.replace(/\b(a|id|q|T|t):/g, `$1${count}${index}:`);
    return `export const R${index} = refineEvent(APIGatewayProxyEventV2Schema, { ${own} });
      export const v${index}: string = R${index}.parse(0).body.a${count}${index};`;
  });
  const imports = `import * as z from 'zod/v4';
    import { APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from '../../src/schemas/index.js';`;
  return [imports, ...calls].join('\n');
}
