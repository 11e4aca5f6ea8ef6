/** Headers about the connection of a client. `fetch` has its own, and rejects some of these in Node.js. */
const OF_CONNECTION = ['connection', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade'];

/**
 * Sends a request without the headers of its connection, and returns the response without a Content-Encoding: `fetch` inflates bodies, but
 * keeps that header. Redirects are not followed.
 */
export async function fetchPlain(url: URL, settings: Omit<RequestInit, 'headers'> & { readonly headers: Headers }): Promise<Response> {
  const headers = new Headers(settings.headers);
  for (const name of OF_CONNECTION) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  const answer = await fetch(url, { ...settings, headers, redirect: 'manual' });
  if (!answer.headers.has('content-encoding')) return answer;
  const plain = new Headers(answer.headers);
  plain.delete('content-encoding');
  plain.delete('content-length');
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers: plain });
}
