import { type IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { renderResult, toHttp1Bytes } from 'apigw-proxy';
import { type Contender, type Group, importPeer, limit, ours, peer } from './group.js';
import { type PlainResult, renderByHand } from './hand-render.js';
import { headers, numbers } from './inputs.js';

export const BY_HAND = 'a tuned concatenation written by hand';
export const SERVER_RESPONSE = 'http.ServerResponse';

const JSON_TYPE = { 'content-type': 'application/json' };
const SMALL = '{"message":"hello world","ok":true,"count":42,"a":"b12"}';

/** Returns a JSON body of 60 bytes for each user. */
function users(count: number, name: string): string {
  return JSON.stringify(numbers(count).map((id) => ({ id, name: `${name} ${id}`, active: true, tags: ['a', 'b'] })));
}

/** The results, by what is special about them. */
export const RESULTS: Readonly<Record<string, PlainResult>> = {
  '55 B': { statusCode: 200, headers: JSON_TYPE, body: SMALL },
  '10 kB': { statusCode: 200, headers: JSON_TYPE, body: users(175, 'user') },
  '10 kB of UTF-8': { statusCode: 200, headers: JSON_TYPE, body: users(160, 'Zoë') },
  '1 MB base64': {
    statusCode: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.alloc(750_000, 7).toString('base64'),
    isBase64Encoded: true,
  },
  '5 cookies': {
    statusCode: 200,
    headers: JSON_TYPE,
    cookies: numbers(5).map((index) => `name${index}=value; Path=/; HttpOnly`),
    body: SMALL,
  },
  '100 headers': { statusCode: 200, headers: { ...JSON_TYPE, ...headers(100) }, body: SMALL },
};

/** light-my-request, as far as we use it. */
interface LightMyRequest {
  readonly default: (dispatch: (request: unknown, response: ServerResponse) => void, url: string) => Promise<{ rawPayload: Uint8Array }>;
}

export const renderGroups: readonly Group[] = Object.entries(RESULTS).map(([size, result]) => ({
  name: `Render a result with ${size}`,
  topic: 'render',
  base: BY_HAND,
  prepare: () => prepare(result),
}));

async function prepare(result: PlainResult): Promise<readonly Contender[]> {
  const render = (): Uint8Array => toHttp1Bytes(renderResult(result, { target: 'http-2.0' }));
  const expected = render();
  const { headers: fields, date, requestId } = partsOf(expected);
  const works = (bytes: unknown): boolean => bytes instanceof Uint8Array && Buffer.compare(bytes, expected) === 0;
  const isBody = (body: unknown): boolean => body instanceof Uint8Array && body.length === Buffer.byteLength(bodyOf(result));
  const inject = (await importPeer('light-my-request')) as LightMyRequest | undefined; // light-my-request 6
  const record = Object.fromEntries(fields.map(([name]) => [name, fields.filter(([other]) => other === name).map(([, value]) => value)]));
  const answer = (_: unknown, response: ServerResponse): void => {
    response.writeHead(200, record).end(bodyOf(result));
  };
  return [
    limit(BY_HAND, () => renderByHand(result, date, requestId), works),
    ours('renderResult and toHttp1Bytes', render, works),
    ours('the same for a REST API', () => toHttp1Bytes(renderResult(forRest(result), { target: 'rest', binaryMediaTypes: ['*/*'] }))),
    peer(
      SERVER_RESPONSE,
      () => writeToSocket(fields, bodyOf(result)),
      (bytes) => typeof bytes === 'number' && bytes >= expected.length,
    ),
    peer('new Response', async () => new Uint8Array(await new Response(bodyOf(result), { headers: fields }).arrayBuffer()), isBody),
    peer('light-my-request', inject && (async () => (await inject.default(answer, '/')).rawPayload), isBody),
  ];
}

/** The body as a handler's framework has it. */
function bodyOf({ body, isBase64Encoded }: PlainResult): string | Uint8Array<ArrayBuffer> {
  return isBase64Encoded ? Buffer.from(body, 'base64') : body;
}

/** A REST API has no `cookies`. */
function forRest({ cookies, ...result }: PlainResult): object {
  return cookies === undefined ? result : { ...result, multiValueHeaders: { 'Set-Cookie': cookies } };
}

/** Returns the fields of a rendered response, all of which the other contenders send too. */
function partsOf(bytes: Uint8Array): { headers: [string, string][]; date: string; requestId: string } {
  const head = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? '';
  const fields = head
    .split('\r\n')
    .slice(1)
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  const valueFor = (name: string): string => fields.find(([field]) => field === name)?.[1] ?? '';
  return {
    headers: fields.filter(([name]) => name !== 'Date' && name !== 'Connection'),
    date: valueFor('Date'),
    requestId: valueFor('Apigw-Requestid'),
  };
}

const REQUEST = { method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1, headers: {} } as unknown as IncomingMessage; // all that ServerResponse reads

/** Writes a response to a socket that keeps what it gets, as a server in memory does. Returns the number of bytes. */
function writeToSocket(fields: [string, string][], body: string | Uint8Array): number {
  let bytes = 0;
  const socket = new Duplex({
    read() {},
    writev(chunks, done) {
      for (const { chunk } of chunks) bytes += chunk.length;
      done();
    },
  });
  const response = new ServerResponse(REQUEST);
  response.assignSocket(socket as never); // a Duplex has all of a socket that ServerResponse uses
  response.writeHead(200, fields.flat()).end(body);
  return bytes;
}
