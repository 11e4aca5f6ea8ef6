import { valueAt } from '../request/value-at.js';

/**
 * The route that a WebSocket API selects for a message: the value that the selection expression finds in it, if it names a route, else
 * `$default`, where messages that are no JSON go, too.
 *
 * @param message the frame's text.
 * @param expression `$request.body.` and the path of a key, as `$request.body.action` or `$request.body.header.kind`.
 * @param routes keys of the API's routes; `undefined`: every key is one.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export function selectRoute(message: string, expression: string, routes?: readonly string[]): string {
  const found = valueAt(parse(message), expression.replace(/^\$request\.body\.?/, ''));
  const key = typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  return key !== undefined && (routes === undefined || routes.includes(key)) ? key : '$default';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
