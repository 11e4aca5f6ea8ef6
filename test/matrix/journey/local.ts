import { createLocalApi } from 'apigw-proxy/local';
import { equal } from './equal.js';
import { handler } from './handler.js';

/** Calls the handler through a local API: in this process, then over a socket. */
export async function runLocal(): Promise<void> {
  const api = createLocalApi({ target: 'http-2.0', routes: { 'POST /users/{id}': handler } });
  const init = { method: 'POST', body: '{"name":"Ada"}', headers: { 'Content-Type': 'application/json' } };
  const response = await api.fetch('/users/7', init);
  equal([response.status, await response.json()], [201, { id: '7', body: { name: 'Ada' } }]);
  const server = await api.listen();
  const served = await fetch(`${server.url}/users/7`, init);
  equal([served.status, await served.json()], [201, { id: '7', body: { name: 'Ada' } }]);
  await server.close();
}
