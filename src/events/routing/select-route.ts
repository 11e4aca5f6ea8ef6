import { invalidOption } from '../../gateway/check-shape.js';
import { memoize } from '../../http/memoize.js';
import { valueAt } from '../request/value-at.js';

/**
 * Returns the route that a WebSocket API selects for a message: the value that the selection expression finds in it, if it names a route,
 * otherwise `$default`. A message that is not JSON goes to `$default`, too.
 *
 * @param message the text of the message.
 * @param expression `$request.body.` and the path of a key, such as `$request.body.action` or `$request.body.header.kind`.
 * @param routes keys of the API's routes. Default: every key is a route.
 * @throws GatewayError `invalid-option` if an argument has the wrong type.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 * @example
 * ```ts
 * import { selectRoute } from 'apigw-proxy';
 *
 * console.log(selectRoute('{"action":"say"}', '$request.body.action', ['say'])); // => say
 * console.log(selectRoute('hello', '$request.body.action', ['say'])); // => $default
 * ```
 */
export function selectRoute(message: string, expression: string, routes?: readonly string[]): string {
  if (typeof message !== 'string') throw invalidOption(['message'], 'a string', message, 'Pass the text of the message.');
  if (typeof expression !== 'string')
    throw invalidOption(['expression'], 'a string', expression, "Pass an expression such as '$request.body.action'.");
  if (routes !== undefined && !Array.isArray(routes)) throw invalidOption(['routes'], 'an array of strings', routes, "Pass ['say'].");
  const found = isContainer(message) ? valueAt(parseJson(message), keysOf(expression)) : undefined;
  const key = typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  return key !== undefined && (routes === undefined || routes.includes(key)) ? key : '$default';
}

/** Whether a text starts as an object or an array in JSON. No other message has keys. */
function isContainer(text: string): boolean {
  let start = 0;
  while (WHITESPACE.has(text.charCodeAt(start))) start += 1;
  return text[start] === '{' || text[start] === '[';
}

/** The codes of the characters that JSON ignores between values: tab, line feed, carriage return and space. */
const WHITESPACE: ReadonlySet<number> = /* @__PURE__ */ new Set([0x09, 0x0a, 0x0d, 0x20]);

/** `$request.body.header.kind` → `['header', 'kind']`. */
const keysOf: (expression: string) => readonly string[] = /* @__PURE__ */ memoize((expression) =>
  expression.replace(/^\$request\.body\.?/, '').split('.'),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
