import { awslambda } from 'apigw-proxy/local';
import * as render from 'apigw-proxy/render';
import { expect, test } from 'vitest';

// Calls from plain JavaScript, and the whole message of the error: what is wrong, and the fix.

type Call = (...args: unknown[]) => unknown;
const all = render as unknown as Readonly<Record<string, Call>>;

const REST = { target: 'rest' };
const WEBSOCKET = { target: 'websocket' };
const GET = { method: 'GET', target: '/', headers: [] };
const GZIP = { ...GET, headers: [['accept-encoding', 'gzip']] };
const OK = { statusCode: 200, body: '"x"' };
const PNG = { ...OK, isBase64Encoded: true };
const handler = (): unknown => OK;
const respond = (response: unknown): unknown[] => [{ DEFAULT_5XX: response }];

const CALLS: readonly (readonly [name: string, args: readonly unknown[]])[] = [
  ['renderResult', [OK]],
  ['renderResult', [OK, {}]],
  ['renderResult', [OK, REST, 'GET']],
  ['renderResult', [OK, REST, {}]],
  ['renderResult', [OK, REST, { method: 'GET' }]],
  ['renderResult', [OK, REST, { method: 'GET', target: '/', headers: 5 }]],
  ['renderResult', [OK, REST, GET, null]],
  ['renderResult', [OK, { ...REST, minimumCompressionSize: 0 }, GZIP, { compress: 'gzip' }]],
  ['renderResult', [OK, { ...REST, minimumCompressionSize: 0 }, GZIP, { compress: () => 'x' }]],
  ['renderResult', [PNG, { ...REST, binaryMediaTypes: 'image/png' }]],
  ['renderResult', [PNG, { ...REST, binaryMediaTypes: ['a\n'] }]],
  ['renderResult', [OK, { ...REST, ids: { requestId: 'a\n' } }]],
  ['renderResult', [OK, { ...REST, ids: { traceId: 5 } }]],
  ['renderResult', [OK, { ...REST, endpointType: 'EDGE', cloudFront: { edgeId: '\n' } }]],
  ['renderResult', [OK, { ...REST, endpointType: 'EDGE', cloudFront: { requestId: '\n' } }]],
  ['preflight', [GET, WEBSOCKET]],
  ['assertNoIssues', [OK, REST, GET, 5]],
  ['assertNoIssues', [OK, REST, GET, { severities: 5 }]],
  ['assertNoIssues', [OK, REST, GET, { severity: 'fatal' }]],
  ['assertNoIssues', [OK, REST, GET, { ignore: 'x' }]],
  ['assertNoIssues', [OK, REST, GET, { ignore: ['body-droped'] }]],
  ['assertNoIssues', [OK, REST, GET, { ignore: [5] }]],
  ['checked', [handler, WEBSOCKET]],
  ['checked', [handler, 'rest', { onIssue: 'print' }]],
  ['checked', [handler, 'rest', { severity: 'fatal' }]],
  ['checked', [handler, 'rest', { ignore: 'x' }]],
  ['checked', [(_event: unknown, _context: unknown, _callback: unknown) => OK, 'rest']],
  ['checked', [awslambda.streamifyResponse(async () => undefined), 'rest']],
  ['checked', [5, 'rest']],
  ['checkedWebsocket', [handler, REST]],
  ['renderMessage', [OK, REST]],
  ['renderMessage', [OK, { ...WEBSOCKET, route: '$connect' }]],
  ['explainIssue', [5]],
  ['explainIssue', [{ code: 'x' }]],
  ['explainIssue', [{ code: 'behaviour-assumed', found: 'x' }]],
  ['explainIssue', [{ code: 'body-not-text', target: 'x' }]],
  ['explainIssue', [{ code: 'body-not-text', target: 'rest', path: 'x' }]],
  ['explainIssue', [{ code: 'body-not-text', target: 'rest', path: [null] }]],
  ['explainIssue', [{ code: 'body-not-text', target: 'rest', path: [], found: 5 }]],
  ['payload', [5]],
  ['streamedBytes', [5]],
  ['streamedBytes', ['x', 5]],
  ['streamedResult', []],
  ['streamedResult', [{}, 5]],
  ['streamedResult', [{ statusCode: 1n }]],
  ['encodePrelude', []],
  ['decodePrelude', ['x']],
  ['unauthorized', [5]],
  ['customizeResponses', [5]],
  ['customizeResponses', respond('x')],
  ['customizeResponses', respond({ statusCode: 100 })],
  ['customizeResponses', respond({ responseParameters: [] })],
  ['customizeResponses', respond({ responseParameters: { 'gatewayresponse.path.a': "'b'" } })],
  ['customizeResponses', respond({ responseTemplates: { 'a/b': 1 } })],
  ['customizeResponses', respond({ responseTemplates: { 'a/b': '#set($a = 1)' } })],
  ['configureCors', [5]],
  ['configureCors', [{ allowOrigins: '*' }]],
  ['configureCors', [{ maxAge: {} }]],
  ['configureCors', [{ exposeHeaders: [5] }]],
];

test('errors name what is wrong and how to fix it', () => {
  const messages = CALLS.map(([name, args]) => {
    const error = errorOf(() => all[name]?.(...args));
    return `${name}: ${error.name} ${error.code} at ${JSON.stringify(error.path)}: ${error.message}`;
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      "renderResult: GatewayError invalid-option at ["gateway"]: \`gateway\` must be an object; got undefined. Pass settings such as { target: 'rest' }.",
      "renderResult: GatewayError unknown-target at ["target"]: \`target\` is missing. Use one of rest, http-1.0, http-2.0, websocket, function-url.",
      "renderResult: GatewayError invalid-option at ["request"]: \`request\` must be an object; got "GET". Pass { method: 'GET', target: '/', headers: [] }.",
      "renderResult: GatewayError invalid-option at ["method"]: \`method\` must be a string; got undefined. Pass a method such as 'GET'.",
      "renderResult: GatewayError invalid-option at ["target"]: \`target\` must be a string; got undefined. Pass a path such as '/users/1'.",
      "renderResult: GatewayError invalid-option at ["headers"]: \`headers\` must be an array of [name, value] pairs; got 5. Pass pairs such as [['Accept', '*/*']].",
      "renderResult: GatewayError invalid-option at ["options"]: \`options\` must be an object; got null. Pass an object, or leave it out.",
      "renderResult: GatewayError invalid-option at ["compress"]: \`compress\` must be a function; got "gzip". Pass a function, or leave it out.",
      "renderResult: GatewayError invalid-option at ["compress"]: \`compress\` must be a function that returns a Uint8Array; got "x". Return the compressed bytes.",
      "renderResult: GatewayError invalid-option at ["binaryMediaTypes"]: \`binaryMediaTypes\` must be an array of strings; got "image/png". Pass an array.",
      "renderResult: GatewayError invalid-option at ["binaryMediaTypes",0]: \`binaryMediaTypes[0]\` must be a string without line breaks and other control characters; got "a\\n". Pass a valid header value.",
      "renderResult: GatewayError invalid-option at ["ids","requestId"]: \`ids.requestId\` must be a string without line breaks and other control characters; got "a\\n". Pass a valid header value.",
      "renderResult: GatewayError invalid-option at ["ids","traceId"]: \`ids.traceId\` must be a string without line breaks and other control characters; got 5. Pass a valid header value.",
      "renderResult: GatewayError invalid-option at ["cloudFront","edgeId"]: \`cloudFront.edgeId\` must be a string without line breaks and other control characters; got "\\n". Pass a valid header value.",
      "renderResult: GatewayError invalid-option at ["cloudFront","requestId"]: \`cloudFront.requestId\` must be a string without line breaks and other control characters; got "\\n". Pass a valid header value.",
      "preflight: GatewayError wrong-target at ["target"]: The target \`websocket\` has no responses. Use one of rest, http-1.0, http-2.0, function-url.",
      "assertNoIssues: GatewayError invalid-option at ["options"]: \`options\` must be an object; got 5. Pass an object such as { severity: 'error' }.",
      "assertNoIssues: GatewayError unknown-option at ["severities"]: Unknown option \`severities\`. Use one of severity, ignore.",
      "assertNoIssues: GatewayError invalid-option at ["severity"]: \`severity\` must be 'info', 'warning' or 'error'; got "fatal". Pass 'warning'.",
      "assertNoIssues: GatewayError invalid-option at ["ignore"]: \`ignore\` must be an array of codes; got "x". Pass an array such as ['body-dropped'].",
      "assertNoIssues: GatewayError invalid-option at ["ignore",0]: Unknown issue code "body-droped". Did you mean \`body-dropped\`?",
      "assertNoIssues: GatewayError invalid-option at ["ignore",0]: Unknown issue code 5. Pass the code of an issue.",
      "checked: GatewayError wrong-target at ["target"]: This function doesn't check results for the target \`websocket\`. Call \`checkedWebsocket\`.",
      "checked: GatewayError invalid-option at ["onIssue"]: \`onIssue\` must be 'log', 'throw' or a function; got "print". Pass 'log'.",
      "checked: GatewayError invalid-option at ["severity"]: \`severity\` must be 'info', 'warning' or 'error'; got "fatal". Pass 'warning'.",
      "checked: GatewayError invalid-option at ["ignore"]: \`ignore\` must be an array of codes; got "x". Pass an array such as ['body-dropped'].",
      "checked: GatewayError invalid-option at ["handler"]: \`handler\` must be a handler that returns its result; got a function. Pass an async handler that returns its result. Streaming handlers and handlers with a callback can't be checked.",
      "checked: GatewayError invalid-option at ["handler"]: \`handler\` must be a handler that returns its result; got a function. Pass an async handler that returns its result. Streaming handlers and handlers with a callback can't be checked.",
      "checked: GatewayError invalid-option at ["handler"]: \`handler\` must be a handler that returns its result; got 5. Pass an async handler that returns its result. Streaming handlers and handlers with a callback can't be checked.",
      "checkedWebsocket: GatewayError invalid-option at ["target"]: \`target\` must be \`websocket\`; got "rest". Call \`checked\`.",
      "renderMessage: GatewayError wrong-target at ["target"]: The target \`rest\` has no messages. Call \`renderResult\`.",
      "renderMessage: GatewayError invalid-route at ["route"]: The answer to \`$connect\` is a response, not a message. Call \`renderResult\`.",
      "explainIssue: GatewayError invalid-option at ["issue"]: \`issue\` must be an object; got 5. Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["code"]: \`code\` must be the code of an issue; got "x". Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["found"]: \`found\` must be the topic of an assumption; got "x". Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["target"]: \`target\` must be a target; got "x". Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["path"]: \`path\` must be an array of keys; got "x". Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["path"]: \`path\` must be an array of keys; got an array. Pass an issue that a renderer returned.",
      "explainIssue: GatewayError invalid-option at ["found"]: \`found\` must be a string; got 5. Pass an issue that a renderer returned.",
      "payload: TypeError invalid-argument at ["text"]: \`text\` must be a string; got 5. Pass JSON text, or render the value without \`payload\`.",
      "streamedBytes: TypeError invalid-argument at ["bytes"]: \`bytes\` must be a string or a Uint8Array; got 5.",
      "streamedBytes: TypeError invalid-argument at ["contentType"]: \`contentType\` must be a string; got 5. Pass a media type such as 'text/plain'.",
      "streamedResult: TypeError invalid-argument at ["metadata"]: \`metadata\` must be an object; got undefined. Pass { statusCode: 200 }.",
      "streamedResult: TypeError invalid-argument at ["body"]: \`body\` must be a string or a Uint8Array; got 5.",
      "streamedResult: TypeError invalid-argument at ["metadata"]: \`metadata\` must be a value that JSON can represent; got an object. Remove BigInts and cycles.",
      "encodePrelude: TypeError invalid-argument at ["metadata"]: \`metadata\` must be an object; got undefined. Pass { statusCode: 200 }.",
      "decodePrelude: TypeError invalid-argument at ["bytes"]: \`bytes\` must be a Uint8Array; got "x". Encode text with TextEncoder.",
      "unauthorized: TypeError invalid-argument at ["challenge"]: \`challenge\` must be a string; got 5. Pass the value of www-authenticate.",
      "customizeResponses: GatewayError invalid-option at ["gatewayResponses"]: \`gatewayResponses\` must be an object; got 5. Pass an object, such as { DEFAULT_5XX: … }.",
      "customizeResponses: GatewayResponseError invalid-value at ["gatewayResponses","DEFAULT_5XX"]: \`gatewayResponses.DEFAULT_5XX\` must be an object; got "x". Pass { statusCode: '500' }.",
      "customizeResponses: GatewayResponseError invalid-status at ["gatewayResponses","DEFAULT_5XX","statusCode"]: \`gatewayResponses.DEFAULT_5XX.statusCode\` must be a status from 200 to 599; got 100. Pass a status such as '403'.",
      "customizeResponses: GatewayResponseError invalid-value at ["gatewayResponses","DEFAULT_5XX","responseParameters"]: \`gatewayResponses.DEFAULT_5XX.responseParameters\` must be an object of strings; got an array. Pass an object.",
      "customizeResponses: GatewayResponseError unsupported-parameter at ["gatewayResponses","DEFAULT_5XX","responseParameters","gatewayresponse.path.a"]: \`gatewayResponses.DEFAULT_5XX.responseParameters["gatewayresponse.path.a"]\` doesn't name a header that a gateway response can set. Write it as 'gatewayresponse.header.X-Name'.",
      "customizeResponses: GatewayResponseError invalid-value at ["gatewayResponses","DEFAULT_5XX","responseTemplates","a/b"]: \`gatewayResponses.DEFAULT_5XX.responseTemplates["a/b"]\` must be a string; got 1. Pass a string.",
      "customizeResponses: GatewayResponseError unsupported-template at ["gatewayResponses","DEFAULT_5XX","responseTemplates","a/b"]: \`gatewayResponses.DEFAULT_5XX.responseTemplates["a/b"]\` contains Velocity: \`#set\`. Use variables only: gateway responses have no Velocity on AWS either.",
      "configureCors: GatewayError invalid-option at ["cors"]: \`cors\` must be an object; got 5. Pass an object such as { allowOrigins: ['*'] }.",
      "configureCors: GatewayError invalid-option at ["cors","allowOrigins"]: \`cors.allowOrigins\` must be an array of strings; got "*". Pass an array.",
      "configureCors: GatewayError invalid-option at ["cors","maxAge"]: \`cors.maxAge\` must be a string without line breaks and other control characters; got an object. Pass a valid header value.",
      "configureCors: GatewayError invalid-option at ["cors","exposeHeaders",0]: \`cors.exposeHeaders[0]\` must be a string without line breaks and other control characters; got 5. Pass a valid header value.",
    ]
  `);
});

function errorOf(call: () => unknown): {
  readonly name: string;
  readonly code?: string;
  readonly path?: unknown;
  readonly message: string;
} {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  return { name: 'none', message: '' };
}
