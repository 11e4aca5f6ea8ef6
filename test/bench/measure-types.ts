import { resolve } from 'node:path';
import { compileTexts } from '../types/language.js';
import { COST_TEXTS, instantiationsPerRefinement } from '../types/refine-cost.js';
import type { Owner } from './rows/group.js';
import type { Rounds } from './statistics.js';

export const REFINEMENT = 'each further refineEvent';
const EXTENSION = 'each further extend of @aws-lambda-powertools/parser';

/** What a file costs the compiler that imports types and uses one. */
const IMPORTS: Readonly<Record<string, string>> = {
  'apigw-proxy, a handler': `import type { APIGatewayProxyEventV2 as E, APIGatewayProxyResultV2 as R } from 'apigw-proxy';
    export const handler = async (event: E): Promise<R> => event.rawPath;`,
  '@types/aws-lambda, a handler': `import type { APIGatewayProxyEventV2 as E, APIGatewayProxyResultV2 as R } from 'aws-lambda';
    export const handler = async (event: E): Promise<R> => event.rawPath;`,
  '@aws-lambda-powertools/parser, a handler': `import type { APIGatewayProxyEventV2 as E } from '@aws-lambda-powertools/parser/types';
    export const handler = async (event: E): Promise<string> => event.rawPath;`,
};

/** Whose types each figure is about. */
export const TYPE_USERS: Readonly<Record<string, Owner>> = {
  [REFINEMENT]: 'ours',
  [EXTENSION]: 'peer',
  ...Object.fromEntries(Object.keys(IMPORTS).map((name): [string, Owner] => [name, name.startsWith('apigw-proxy') ? 'ours' : 'peer'])),
};

/** Counts the instantiations of types, which are the same on every computer. */
export function measureTypes(): Rounds {
  const file = resolve('test/bench/types-probe.ts');
  const empty = countOf(file, 'export {};');
  const imports = Object.entries(IMPORTS).map(([name, text]): [string, number[]] => [name, [countOf(file, text) - empty]]);
  return {
    [REFINEMENT]: [instantiationsPerRefinement(compileTexts(COST_TEXTS))],
    [EXTENSION]: [(extensions(file, 7) - extensions(file, 2)) / 5],
    ...Object.fromEntries(imports),
  };
}

function extensions(file: string, count: number): number {
  const calls = Array.from(
    { length: count },
    (
      _,
      index,
    ) => `export const S${index} = APIGatewayProxyEventV2Schema.extend({ body: JSONStringified(z.object({ a${index}: z.string() })) });
      export const v${index}: string = S${index}.parse(0).body.a${index};`,
  );
  const imports = `import * as z from 'zod/v4';
    import { APIGatewayProxyEventV2Schema } from '@aws-lambda-powertools/parser/schemas';
    import { JSONStringified } from '@aws-lambda-powertools/parser/helpers';`;
  return countOf(file, [imports, ...calls].join('\n'));
}

function countOf(file: string, text: string): number {
  const { program, sources } = compileTexts({ [file]: text });
  const [source] = sources;
  const errors = program.getSemanticDiagnostics(source);
  if (errors.length > 0) throw new Error(`The types don't compile: ${JSON.stringify(errors[0]?.messageText)}`);
  return program.getInstantiationCount();
}
