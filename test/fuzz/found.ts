import { frozen } from '../frozen.js';

// Arguments that have broken a law. Each has been mended.

const loop: Record<string, unknown> = {};
loop['self'] = [loop];
frozen(loop);

/** An array that can't become a string. */
const WORDLESS: unknown = frozen([[Symbol('x')], { toString: null }]);
const GET: unknown = frozen({ method: 'GET', target: '/', headers: [] });
const EVENT: unknown = frozen({ headers: {}, requestContext: { authorizer: { lambda: loop } } });

type Found = readonly [what: string, name: string, args: readonly unknown[]];

export const FOUND: readonly Found[] = [
  ...['failure', 'fromFetchResponse', 'repairEvent', 'header', 'headerList', 'resultsFor'].map(
    (name): Found => [`${name} with an array that can't become a string`, name, [WORDLESS, WORDLESS, WORDLESS]],
  ),
  ...['checkFunctionUrl', 'checkInvoke'].map((name): Found => [`${name} without a call`, name, [{ Version: '', Statement: [] }, null]]),
  ...['formatExecuteApiArn', 'addPermissionArguments', 'invokeStatement', 'functionUrlStatements'].map(
    (name): Found => [`${name} without arguments`, name, []],
  ),
  ...['anonymize', 'encodePrelude'].map((name): Found => [`${name} of what contains itself`, name, [loop]]),
  [
    'path with a base path that is no string',
    'path',
    [{ rawPath: '/a', requestContext: { stage: '$default', http: {} } }, { toString: 'x' }],
  ],
  ...['allowPolicy', 'denyPolicy'].map((name): Found => [`${name} with options of null`, name, [{ methodArn: 'a' }, 'u', null]]),
  [
    'checkedWebsocket with a result that is rejected',
    'checkedWebsocket',
    [[], { target: 'websocket' }, { requestContext: { routeKey: '$connect' } }],
  ],
  [
    'checkInvoke with a context of null',
    'checkInvoke',
    [
      { Version: '', Statement: [] },
      { functionArn: 'f', sourceArn: 's', context: null },
    ],
  ],
  ['findRoute with holes in the routes', 'findRoute', [GET, new Array(3), { target: 'rest' }]],
  ['resultsFor with headers that only look iterable', 'resultsFor', ['rest', 0, 'x', { headers: { [Symbol.iterator]: 1 } }]],
  ['allowPolicy without an event', 'allowPolicy', [undefined, 'u', {}]],
  [
    'functionUrlStatements with an id that is no string',
    'functionUrlStatements',
    [{ functionArn: 'f', authType: 'NONE', statementId: WORDLESS }],
  ],
  ['jsonBody with options of null', 'jsonBody', [1, null]],
  ['anonymize with options of null', 'anonymize', [{}, null]],
  ['buildRestEvent with headers that only look iterable', 'buildRestEvent', [{ headers: { [Symbol.iterator]: 1 } }]],
  ['configureCors with an age that is no number', 'configureCors', [{ maxAge: WORDLESS }]],
  ['explainIssue with an unknown topic', 'explainIssue', [{ code: 'behaviour-assumed', target: 'rest', path: [], found: 'toString' }]],
  ['readTemplate with a region that is no string', 'readTemplate', ['package.json', { region: 5 }]],
  ['repairEvent of what contains itself', 'repairEvent', [EVENT, 'http-2.0']],
  ['streamedResult with a BigInt', 'streamedResult', [5n, '']],
  ['renderResult with a clock that is no function', 'renderResult', [1, { target: 'http-2.0', now: { a: 1 } }]],
  [
    'toFetchResponse with a status that Fetch rejects',
    'toFetchResponse',
    [{ status: 101, statusText: '', headers: [], body: new Uint8Array(0) }],
  ],
  ['fromFetchRequest without a request', 'fromFetchRequest', [undefined]],
  ['fetchHandler with options of null', 'fetchHandler', ['x', null]],
  ['renderMock without a target', 'renderMock', [{ method: 'GET' }, { integration: 'mock', responses: [] }, { target: 'rest' }]],
  ['readTemplate with a path that is no string', 'readTemplate', [() => 1, {}]],
  ['readTemplate with a path that is too long', 'readTemplate', ['['.repeat(300), {}]],
  ['readTemplate with a format that is no string', 'readTemplate', ['', { format: WORDLESS }]],
  ['a matcher with a code that can not become a string', 'matchersFor', ['rest', { statusCode: 200 }, WORDLESS]],
  ['a matcher with a BigInt', 'matchersFor', ['rest', { statusCode: 200, body: '{}' }, { body: 5n }]],
  ['explainIssue with a code that is no string', 'explainIssue', [{ code: WORDLESS, path: [] }]],
  ['customizeResponses with a string', 'customizeResponses', ['x']],
  ['preflight with a bad gateway response', 'preflight', [GET, { target: 'rest', gatewayResponses: { DEFAULT_4XX: { statusCode: 'x' } } }]],
];
