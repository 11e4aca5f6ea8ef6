import type { Target } from '../aws/target.js';
import type {
  DeployedApi,
  DeployedAuthorizer,
  DeployedFunction,
  DeployedRoute,
  Deployment,
  DeploymentFormat,
  Finding,
} from '../deploy/deployment.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** The name of each format in the first line. */
const FORMATS: Readonly<Record<DeploymentFormat, string>> = {
  sam: 'SAM template',
  cloudformation: 'CloudFormation template',
  openapi: 'OpenAPI document',
  serverless: 'serverless.yml',
};

const TARGETS: Readonly<Record<Target, string>> = {
  rest: 'REST API',
  'http-1.0': 'HTTP API',
  'http-2.0': 'HTTP API',
  websocket: 'WebSocket API',
  'function-url': 'Function URL',
};

/** Returns what a deployment has, in lines for people. */
export function deploymentLines(deployment: Deployment, file: string, isColoured: boolean): string[] {
  const functions = Object.entries(deployment.functions);
  const facts = [
    `${file}  (${FORMATS[deployment.format]})`,
    ...deployment.apis.flatMap((api) => ['', ...apiLines(api)]),
    ...(functions.length === 0 ? [] : ['', 'Functions', ...table(functions.map(functionRow))]),
  ];
  return [
    ...facts.map(printable),
    ...findingLines('Not supported', deployment.unsupported, 'red', isColoured),
    ...findingLines('Without effect here', deployment.optional, 'dim', isColoured),
  ];
}

function apiLines(api: DeployedApi): string[] {
  const stage = api.stage ?? (api.stages === undefined ? 'no stage' : `one of the stages ${api.stages.map(({ name }) => name).join(', ')}`);
  const place = api.target === 'function-url' ? '' : `  ${api.stage === null ? '' : 'stage '}${stage}`;
  const authorizers = api.authorizers ?? [];
  return [
    `${TARGETS[api.target]} ${api.name}${place}`,
    ...table(api.routes.map(routeRow)),
    ...(authorizers.length === 0 ? [] : ['  Authorizers', ...table(authorizers.map(authorizerRow), '    ')]),
  ];
}

function routeRow(route: DeployedRoute): string[] {
  const details = [
    route.payloadVersion === undefined ? '' : `payload ${route.payloadVersion}`,
    route.authorizer === undefined ? '' : `authorizer ${route.authorizer}`,
    route.scopes === undefined || route.scopes.length === 0 ? '' : `scopes ${route.scopes.join(' ')}`,
    route.apiKeyRequired === true ? 'API key' : '',
    route.streaming === true ? 'streaming' : '',
  ];
  return [route.key, answererOf(route), details.filter((detail) => detail !== '').join(', ')];
}

/** What answers a route: its function, a URL, or the kind of its integration. */
function answererOf({ integration, function: name, functionByStage, uri }: DeployedRoute): string {
  if (typeof name === 'string') return integration === 'custom' ? `${name} (custom)` : name;
  if (functionByStage !== undefined) return Object.values(functionByStage).join(' or ');
  return [integration ?? 'no integration', uri].filter((part) => part !== undefined).join(' ');
}

function authorizerRow({ name, type, function: handler, issuer, userPools, identitySource }: DeployedAuthorizer): string[] {
  return [name, type, handler ?? issuer ?? userPools?.join(' ') ?? '', identitySource?.join(', ') ?? ''];
}

function functionRow([name, { runtime, handler, codeUri, packageType, timeout }]: readonly [string, DeployedFunction]): string[] {
  const code = packageType === 'Image' ? 'container image' : [codeUri, handler].filter((part) => part !== undefined).join(' ');
  return [name, runtime ?? '', code, timeout === undefined ? '' : `${timeout} s`];
}

function findingLines(title: string, findings: readonly Finding[], colour: 'red' | 'dim', isColoured: boolean): string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ where, what, line }) => {
    const place = [line === undefined ? '' : `line ${line}`, where].filter((part) => part !== '').join('  ');
    return [`  ${paint(printable(place === '' ? 'the whole file' : place), colour, isColoured)}`, `    ${printable(what)}`];
  });
  return ['', title, ...lines];
}

/** Writes rows in columns. */
function table(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0));
  return rows.map(
    (row) =>
      indent +
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
  );
}
