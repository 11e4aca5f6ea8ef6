/**
 * The code of the stack's functions. It returns what the case named by the header `x-conformance-case` says; without that header, or for a
 * case about a request, it returns the event. It uses nothing but Node.js.
 */
export const HANDLER_SOURCE = `import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// What the function of each case returns, what its authorizer answers, and the case of each path that has an authorizer for tokens.
const { results, authorizers, tokens } = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));

function header(event, wanted) {
  const name = Object.keys(event.headers ?? {}).find((each) => each.toLowerCase() === wanted);
  return name === undefined ? undefined : event.headers[name];
}

function caseOf(event) {
  const id = header(event, 'x-conformance-case');
  return id !== undefined && Object.hasOwn(results, id) ? { result: results[id] } : undefined;
}

function echo(event) {
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
}

async function fail(type) {
  if (type === 'function-error') throw new Error('The case asks for an error.');
  if (type === 'timeout' || type === 'function-timeout') await sleep(5000);
  return { statusCode: 200, body: type === 'response-too-large' ? 'x'.repeat(7000000) : type };
}

export const handler = async (event) => {
  const found = caseOf(event);
  if (found === undefined) return echo(event);
  const type = found.result?.$error?.type;
  return type === undefined ? found.result : fail(type);
};

// Passes everyone but 'nobody'. Its context is that of the case or, for a case about its event, the event.
export const authorize = async (event) => {
  const path = event.methodArn?.split('/').slice(3).join('/');
  const id = event.type === 'TOKEN' ? tokens[\`/\${path}\`] : header(event, 'x-conformance-case');
  const { principalId = 'user', context } = authorizers[id] ?? { context: { event: JSON.stringify(event) } };
  if (event.methodArn === undefined) return context === undefined ? { isAuthorized: true } : { isAuthorized: true, context };
  const isNobody = (event.authorizationToken ?? header(event, 'authorization')) === 'nobody';
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: isNobody ? \`\${event.methodArn}/other\` : event.methodArn };
  const answer = { principalId, policyDocument: { Version: '2012-10-17', Statement: [statement] } };
  return context === undefined ? answer : { ...answer, context };
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
