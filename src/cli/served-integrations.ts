import { readFile } from 'node:fs/promises';
import { isObject } from '../http/is-object.js';
import { parseJson } from './json-input.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the custom integrations of the command line.
 *
 * @param texts `FILE` for all routes, or `ROUTE=FILE`.
 * @param keys the keys of the routes.
 * @returns the integrations by route. What they contain is checked when the API is created.
 * @throws UsageError if a file can't be read, or a route does not exist.
 */
export async function readIntegrations(texts: readonly string[], keys: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const found = new Map<string, object>();
  for (const text of texts) {
    const [routes, file] = splitText(text, keys);
    const integration = await readIntegration(file);
    for (const route of routes) {
      if (found.has(route)) throw new UsageError(`The route '${route}' has two --integration options.`, 'Remove one of them.');
      found.set(route, integration);
    }
  }
  return found;
}

function splitText(text: string, keys: readonly string[]): [routes: readonly string[], file: string] {
  const at = text.indexOf('=');
  if (at < 0) return [keys, text];
  const route = text.slice(0, at).trim();
  if (keys.includes(route)) return [[route], text.slice(at + 1).trim()];
  throw new UsageError(`There is no route '${route}' for --integration.`, `Write one of: ${keys.join(', ')}.`);
}

async function readIntegration(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Cannot read '${file}'.`, 'Pass a JSON file with a custom integration.');
  });
  const value = parseJson(text.replace(/^\ufeff/, ''), `'${file}'`);
  if (isObject(value)) return { integration: 'custom', ...value };
  throw new UsageError(
    `'${file}' has no custom integration.`,
    'Write { "requestTemplates": { … }, "responses": [{ "statusCode": 200 }] }.',
  );
}
