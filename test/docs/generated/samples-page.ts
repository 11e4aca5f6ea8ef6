import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
} from '../../../src/events/index.js';
import { fieldsOf } from './doc-comment.js';

/** An event of the page: its heading, how to build it, and the interfaces that describe each of its objects. */
interface Sample {
  readonly heading: string;
  readonly text: string;
  readonly event: object;
  /** Names of interfaces in `src/types`, by the path of the object: `requestContext.http`. */
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
}

const INTRO = `# A sample of every event

What does the event look like that API Gateway sends? Each sample is complete: the builders make it from what recordings of the real service show. The
comments come from the [types](types.md). To get the JSON, run \`npx apigw-proxy event rest\` (or \`http-2.0\`, \`function-url\`, \`websocket\`).

This page is generated from the builders and the types (\`npm run pages\`).
`;

const REQUEST = {
  route: 'POST /users/{id}/notes',
  pathParameters: { id: 42 },
  query: { tag: ['a', 'b'] },
  cookies: { session: 'abc' },
  userAgent: 'Mozilla/5.0',
  json: { text: 'hello' },
} as const;

const REST_CONTEXT = [
  'APIGatewayEventRequestContextWithoutAuthorizer',
  'APIGatewayEventRequestContextWithAuthorizer',
  'APIGatewayEventRequestContextWithOptionalAuthorizer',
];
const REST = {
  '': ['APIGatewayProxyEvent'],
  requestContext: REST_CONTEXT,
  'requestContext.identity': ['APIGatewayEventIdentity'],
};
const HTTP = {
  '': ['APIGatewayProxyEventV2', 'APIGatewayProxyEventV2WithParameters'],
  requestContext: ['APIGatewayEventRequestContextV2WithoutAuthorizer', 'APIGatewayEventRequestContextV2WithAuthorizer'],
  'requestContext.http': ['APIGatewayEventRequestContextV2Http'],
  'requestContext.authorizer.jwt': [],
};
const WEBSOCKET = (kind: string): Sample['interfaces'] => ({
  '': [`APIGatewayProxyWebsocket${kind}Event`],
  requestContext: ['APIGatewayEventWebsocketRequestContext', `APIGatewayEventWebsocket${kind}RequestContext`],
  'requestContext.identity': ['APIGatewayEventWebsocketIdentity'],
});

const session = buildWebsocketSession({ query: { token: 'abc' }, routes: ['say'] });
const AUTHORIZED = { route: 'GET /users/{id}', pathParameters: { id: 42 }, headers: { Authorization: 'Bearer abc' } } as const;

const SAMPLES: readonly Sample[] = [
  {
    heading: 'REST API event (payload 1.0, with a Cognito user)',
    text: '`APIGatewayProxyEvent`, `buildRestEvent`. It has no `version`.',
    event: buildRestEvent({ ...REQUEST, authorizer: { cognito: { claims: { sub: 'ada' } } } }),
    interfaces: REST,
  },
  {
    heading: 'HTTP API v2 event (payload 2.0, with a JWT)',
    text: '`APIGatewayProxyEventV2`, `buildHttpEvent`.',
    event: buildHttpEvent({ ...REQUEST, authorizer: { jwt: { claims: { sub: 'ada' }, scopes: ['notes/write'] } } }),
    interfaces: HTTP,
  },
  {
    heading: 'HTTP API event (payload 1.0)',
    text: '`APIGatewayProxyEvent`, `buildHttpEventV1`.',
    event: buildHttpEventV1(REQUEST),
    interfaces: REST,
  },
  {
    heading: 'Lambda function URL event',
    text: '`LambdaFunctionURLEvent`, `buildFunctionUrlEvent`.',
    event: buildFunctionUrlEvent({
      method: 'POST',
      path: '/users/42/notes',
      query: { tag: ['a', 'b'] },
      cookies: { session: 'abc' },
      json: { text: 'hello' },
    }),
    interfaces: {
      '': ['LambdaFunctionURLEvent'],
      requestContext: ['LambdaFunctionURLEventRequestContextWithoutAuthorizer'],
      'requestContext.http': ['APIGatewayEventRequestContextV2Http'],
    },
  },
  {
    heading: 'WebSocket $connect event',
    text: '`APIGatewayProxyWebsocketConnectEvent`, `buildWebsocketSession().connect()`.',
    event: session.connect(),
    interfaces: WEBSOCKET('Connect'),
  },
  {
    heading: 'WebSocket message event',
    text: '`APIGatewayProxyWebsocketMessageEvent`, `buildWebsocketSession().message(data)`. It has neither headers nor a query.',
    event: session.message({ action: 'say', text: 'hello' }),
    interfaces: WEBSOCKET('Message'),
  },
  {
    heading: 'WebSocket $disconnect event',
    text: '`APIGatewayProxyWebsocketDisconnectEvent`, `buildWebsocketSession().disconnect()`.',
    event: session.disconnect('idle-timeout'),
    interfaces: WEBSOCKET('Disconnect'),
  },
  {
    heading: 'REST API authorizer event, type TOKEN',
    text: '`APIGatewayTokenAuthorizerEvent`, `buildTokenAuthorizerEvent`.',
    event: buildTokenAuthorizerEvent(AUTHORIZED),
    interfaces: { '': ['APIGatewayTokenAuthorizerEvent'] },
  },
  {
    heading: 'REST API authorizer event, type REQUEST',
    text: '`APIGatewayRequestAuthorizerEvent`, `buildRequestAuthorizerEvent`.',
    event: buildRequestAuthorizerEvent(AUTHORIZED),
    interfaces: {
      '': ['APIGatewayRequestAuthorizerEvent'],
      requestContext: ['APIGatewayRequestAuthorizerEventRequestContext', ...REST_CONTEXT],
      'requestContext.identity': ['APIGatewayEventIdentity'],
    },
  },
  {
    heading: 'HTTP API authorizer event (payload 2.0)',
    text: '`APIGatewayRequestAuthorizerEventV2`, `buildRequestAuthorizerEventV2`.',
    event: buildRequestAuthorizerEventV2({ ...AUTHORIZED, identitySource: ['$request.header.Authorization'] }),
    interfaces: { ...HTTP, '': ['APIGatewayRequestAuthorizerEventV2'] },
  },
  {
    heading: 'HTTP API authorizer event (payload 1.0)',
    text: '`APIGatewayRequestAuthorizerEventV1`, `buildRequestAuthorizerEventV1`.',
    event: buildRequestAuthorizerEventV1({ ...AUTHORIZED, identitySource: ['$request.header.Authorization'] }),
    interfaces: { ...REST, '': ['APIGatewayRequestAuthorizerEventV1'] },
  },
  {
    heading: 'WebSocket authorizer event',
    text: '`APIGatewayWebsocketRequestAuthorizerEvent`, `buildWebsocketRequestAuthorizerEvent`.',
    event: buildWebsocketRequestAuthorizerEvent({ query: { token: 'abc' } }),
    interfaces: { ...WEBSOCKET('Connect'), '': ['APIGatewayWebsocketRequestAuthorizerEvent'] },
  },
];

/** Returns the page with a sample of every event. The comments are the first sentences of the types' doc comments. */
export function samplesPage(): string {
  const comments = readComments();
  return [INTRO, ...SAMPLES.map((sample) => sampleOf(sample, comments))].join('\n');
}

function sampleOf({ heading, text, event, interfaces }: Sample, comments: Comments): string {
  const lines = objectLines(event, '', (path, key) => interfaces[path]?.map((name) => comments.get(name)?.get(key)).find(Boolean), '');
  return `## ${heading}\n\n${text}\n\n\`\`\`jsonc\n${lines.join('\n')}\n\`\`\`\n`;
}

type CommentFor = (path: string, key: string) => string | undefined;

/** Returns the lines of an object as JSON, with a comment above each described key. */
function objectLines(object: object, path: string, commentFor: CommentFor, indent: string): string[] {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  const inner = `${indent}  `;
  const lines = entries.flatMap(([key, value], index) => {
    const comment = commentFor(path, key);
    const [first = '', ...others] = valueLines(value, path === '' ? key : `${path}.${key}`, commentFor, inner);
    const property = [`${inner}${JSON.stringify(key)}: ${first}`, ...others];
    if (index < entries.length - 1) property.push(`${property.pop()},`);
    return [...(comment === undefined ? [] : [`${inner}// ${comment}`]), ...property];
  });
  return ['{', ...lines, `${indent}}`];
}

function valueLines(value: unknown, path: string, commentFor: CommentFor, indent: string): string[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  return isObject ? objectLines(value, path, commentFor, indent) : [JSON.stringify(value)];
}

/** The first sentence of each field's comment, by interface and field. */
type Comments = ReadonlyMap<string, ReadonlyMap<string, string>>;

function readComments(): Comments {
  const found = new Map<string, Map<string, string>>();
  for (const file of readdirSync('src/types')) {
    const source = ts.createSourceFile(file, readFileSync(`src/types/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const { name } of source.statements.filter(ts.isInterfaceDeclaration)) {
      found.set(name.text, new Map(fieldsOf(source, name.text).map((field) => [field.name, firstSentence(field.text)])));
    }
  }
  return found;
}

function firstSentence(text: string): string {
  return /^.*?[.?](?= [A-Z`]|$)/.exec(text)?.[0] ?? text;
}
