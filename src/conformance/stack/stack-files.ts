import { readRenderCases } from '../cases/read-cases.js';
import { HANDLER_SOURCE } from './handler-source.js';
import { stackApis } from './stack-apis.js';
import { stackTemplate } from './stack-template.js';

/**
 * Returns the files of the stack that the player plays the cases against: a SAM template, the code of its functions, and what they return.
 * Keys are file names, values their text.
 *
 * @example
 * for (const [name, text] of Object.entries(conformanceStack())) writeFileSync(join('stack', name), text);
 */
export function conformanceStack(): Readonly<Record<'template.json' | 'handler.mjs' | 'results.json', string>> {
  const results = Object.fromEntries(readRenderCases().map(({ id, lambdaResult }) => [id, lambdaResult]));
  return {
    'template.json': `${JSON.stringify(stackTemplate(stackApis()), null, 2)}\n`,
    'handler.mjs': HANDLER_SOURCE,
    'results.json': `${JSON.stringify(results)}\n`,
  };
}
