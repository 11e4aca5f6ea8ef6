/**
 * The code of the stack's functions. It returns what the case named by the header `x-conformance-case` says; without that header, or for a
 * case about a request, it returns the event. It uses nothing but Node.js.
 */
export const HANDLER_SOURCE = `import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// What the function of each case returns.
const results = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));

function caseOf({ headers }) {
  const name = Object.keys(headers ?? {}).find((each) => each.toLowerCase() === 'x-conformance-case');
  const id = name === undefined ? undefined : headers[name];
  return id !== undefined && Object.hasOwn(results, id) ? { result: results[id] } : undefined;
}

function echo(event) {
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
}

async function fail(type) {
  if (type === 'function-error') throw new Error('The case asks for an error.');
  if (type === 'timeout') await sleep(2000);
  if (type === 'function-timeout') await sleep(10000);
  return { statusCode: 200, body: type === 'response-too-large' ? 'x'.repeat(7000000) : type };
}

export const handler = async (event) => {
  const found = caseOf(event);
  if (found === undefined) return echo(event);
  const type = found.result?.$error?.type;
  return type === undefined ? found.result : fail(type);
};

export const stream = globalThis.awslambda?.streamifyResponse(async (event, responseStream) => {
  const { $stream = {}, $streamBytes } = caseOf(event)?.result ?? {};
  if ($streamBytes !== undefined) responseStream.setContentType($streamBytes.contentType);
  const out = $stream.prelude === undefined ? responseStream : globalThis.awslambda.HttpResponseStream.from(responseStream, $stream.prelude);
  const body = $streamBytes?.text ?? $stream.body ?? Buffer.from($stream.bodyBase64 ?? '', 'base64');
  out.write(body);
  out.end();
});
`;
