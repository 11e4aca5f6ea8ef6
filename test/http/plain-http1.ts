import type { HttpResponse } from 'apigw-proxy/http';

/** Writes a response as HTTP/1.1 bytes in the plainest way: all parts are copied into one array. The response must be safe. */
export function plainHttp1Bytes({ status, statusText, headers, body }: HttpResponse): Uint8Array {
  const lines = [`HTTP/1.1 ${status} ${statusText}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''];
  return new Uint8Array(Buffer.concat([Buffer.from(lines.join('\r\n')), body]));
}
