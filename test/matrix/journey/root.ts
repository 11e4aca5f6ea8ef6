import { buildHttpEvent, checkResult, detectEvent, renderResult } from 'apigw-proxy';
import { equal } from './equal.js';
import { handler } from './handler.js';

/** What every platform can do: build an event, call the handler, check and render the result. */
export async function runRoot(): Promise<void> {
  const event = buildHttpEvent({ route: 'POST /users/{id}', pathParameters: { id: 7 }, json: { name: 'Zoë' } });
  equal(detectEvent(event), 'http-2.0');
  const result = await handler(event);
  equal(checkResult(result, { target: 'http-2.0' }), []);
  const { status, body } = renderResult(result, { target: 'http-2.0' });
  equal([status, new TextDecoder().decode(body)], [201, '{"id":"7","body":{"name":"Zoë"}}']);
}
