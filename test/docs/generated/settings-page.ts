import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { type Field, fieldsOf } from './doc-comment.js';

/** A table of the page: its heading, what is said before it, and the interfaces whose fields it lists. */
interface Table {
  readonly heading: string;
  readonly intro: string;
  readonly from: readonly (readonly [file: string, name: string])[];
}

const INTRO = `# Every setting and option

This page lists what you can pass to the builders, translations, renderers and local APIs. Settings are plain objects. An unknown name throws an
error that says what you may have meant. Unless the text says otherwise, \`undefined\` means the default.

This page is generated from the types (\`npm run pages\`).
`;

const TABLES: readonly Table[] = [
  {
    heading: 'Gateway: settings of `toEvent`, `renderResult`, the builders and local APIs',
    intro: 'Only `target` is required. A local API has the settings of a single request in its routes instead.',
    from: [['src/gateway/gateway.ts', 'Gateway']],
  },
  {
    heading: '`cors`',
    intro: 'HTTP APIs and function URLs only; see [CORS](cors.md).',
    from: [['src/gateway/cors.ts', 'CorsConfiguration']],
  },
  {
    heading: '`customDomain`',
    intro: 'See [Paths, stages and URLs](paths.md).',
    from: [['src/gateway/custom-domain.ts', 'CustomDomain']],
  },
  {
    heading: '`ids`',
    intro: 'Fixed by default, so that the same input gives the same event.',
    from: [['src/gateway/ids.ts', 'GatewayIds']],
  },
  {
    heading: '`authorizer`: what an authorizer left in the event',
    intro: 'Exactly one of `{ lambda }`, `{ cognito }`, `{ jwt }` and `{ iam }`; see [Authorizers and users](authorizers.md).',
    from: [
      ['src/gateway/authorizer.ts', 'LambdaAuthorizer'],
      ['src/gateway/authorizer.ts', 'CognitoAuthorizer'],
      ['src/gateway/authorizer.ts', 'JwtAuthorizer'],
    ],
  },
  { heading: '`cloudFront`', intro: "REST with `endpointType: 'EDGE'` only.", from: [['src/gateway/cloud-front.ts', 'CloudFront']] },
  {
    heading: 'Event builders: `buildRestEvent`, `buildHttpEvent`, `buildFunctionUrlEvent` and others',
    intro: 'They also accept all settings of the gateway except `target`. See [Describe the request](events.md#describe-the-request).',
    from: [
      ['src/events/build/event-init.ts', 'EventInit'],
      ['src/events/build/event-builder.ts', 'BuildInit'],
    ],
  },
  {
    heading: 'HttpRequest: what a client sent',
    intro: 'The first argument of `toEvent`, and the third of `renderResult`.',
    from: [['src/http/request.ts', 'HttpRequest']],
  },
  {
    heading: '`assertNoIssues`, `checked` and `checkedWebsocket`',
    intro: 'See [Fail a test if the result has issues](render.md#fail-a-test-if-the-result-has-issues).',
    from: [
      ['src/render/assert-no-issues.ts', 'AssertOptions'],
      ['src/render/with-check.ts', 'CheckedOptions'],
    ],
  },
  {
    heading: 'Result builders: `init` of `resultsFor(target)`',
    intro: 'See [Return a response](results.md).',
    from: [['src/results/init.ts', 'ResultInit']],
  },
  {
    heading: 'Local APIs: `createLocalApi`',
    intro: 'It also accepts the settings of the gateway. See [Run an API locally](local.md).',
    from: [
      ['src/local/api/api-init.ts', 'LocalApiInit'],
      ['src/local/api/api-init.ts', 'LocalSettings'],
      ['src/local/api/api-init.ts', 'LocalApiSettings'],
    ],
  },
  {
    heading: 'A route of a local API',
    intro: 'A handler alone is enough. To give a route its own settings, pass an object.',
    from: [['src/local/api/local-route.ts', 'LocalRoute']],
  },
  {
    heading: 'Authorizers of a local API: `{ token }`, `{ request }`, `{ verify }`, `{ refuse }`',
    intro: 'See [Add an authorizer](local.md#add-an-authorizer).',
    from: [
      ['src/local/api/local-authorizer.ts', 'TokenAuthorizer'],
      ['src/local/api/local-authorizer.ts', 'RequestAuthorizer'],
      ['src/local/api/local-authorizer.ts', 'JwtVerifier'],
      ['src/local/api/local-authorizer.ts', 'RefusingAuthorizer'],
      ['src/local/api/local-authorizer.ts', 'AuthorizerCaching'],
    ],
  },
  {
    heading: '`limits` of a local API',
    intro: "The defaults are [AWS's limits](limits.md) for the target.",
    from: [['src/local/api/limits.ts', 'LocalLimits']],
  },
  {
    heading: 'Local WebSocket APIs: `createLocalWebsocketApi`',
    intro: 'It also accepts the settings of every local API. See [WebSocket APIs](websocket.md).',
    from: [
      ['src/local/api/api-init.ts', 'LocalWebsocketApiInit'],
      ['src/local/api/api-init.ts', 'LocalWebsocketApiSettings'],
    ],
  },
  {
    heading: '`limits` of a local WebSocket API',
    intro: "The defaults are AWS's.",
    from: [['src/local/api/websocket-limits.ts', 'WebsocketLimits']],
  },
  {
    heading: '`listen(port, options)`',
    intro: 'See [Serve requests on a port](local.md#serve-requests-on-a-port).',
    from: [['src/local/server/listen-options.ts', 'ListenOptions']],
  },
  {
    heading: '`createModuleHandler(file, name, options)`',
    intro: 'See [Run a handler in a thread](local.md#run-a-handler-in-a-thread).',
    from: [['src/local/function/module-handler.ts', 'ModuleHandlerOptions']],
  },
  {
    heading: '`buildContext(init)`',
    intro: 'It also accepts every field of the context. See [A context for the handler](testing.md#a-context-for-the-handler).',
    from: [['src/local/function/build-context.ts', 'ContextInit']],
  },
];

/** Returns the page of all settings, made from the doc comments of their types. */
export function settingsPage(): string {
  return `${[INTRO, ...TABLES.map(tableOf)].join('\n')}`;
}

function tableOf({ heading, intro, from }: Table): string {
  const rows = from.flatMap(([file, name]) => fieldsOf(parse(file), name)).filter(({ text, type }) => text !== '' && type !== 'undefined');
  return `## ${heading}\n\n${intro}\n\n| setting | meaning | type |\n| --- | --- | --- |\n${rows.map(rowOf).join('\n')}\n`;
}

function rowOf({ name, type, isOptional, text }: Field): string {
  return `| \`${name}\`${isOptional ? '' : ' (required)'} | ${inCell(text)} | \`${inCell(type)}\` |`;
}

/** A bar would end the cell of a table. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}
