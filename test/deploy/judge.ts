import type { DeployedApi, Deployment } from 'apigw-proxy/deploy';

/** What a reader must conclude from a fixture. Only the properties that are present are compared. */
export interface Expectation {
  readonly format: string;
  readonly input: string;
  readonly assume: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly apis: readonly ExpectedApi[];
  readonly functions: Readonly<Record<string, Fields>>;
  readonly unsupported: readonly { readonly where: string; readonly what: string }[];
  readonly optional: readonly { readonly where: string; readonly what: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

interface ExpectedApi extends Fields {
  readonly target: string;
  readonly id?: string;
  readonly name?: string;
  readonly routes: readonly (Fields & { readonly key: string })[];
  /** The API belongs to another stack. A reader may report the place `reportInstead`. */
  readonly imported?: boolean;
  readonly reportInstead?: string;
}

const API_FIELDS = ['target', 'name', 'stage', 'routeSelectionExpression', 'minimumCompressionSize', 'apiKeySource', 'authType'];
const REPORTABLE_API_FIELDS = ['stageVariables', 'gatewayResponses', 'customDomains', 'stages'];
const ROUTE_FIELDS = ['integration', 'function', 'functionByStage', 'handler', 'payloadVersion', 'timeoutInMillis', 'uri', 'mock'];
const ROUTE_FLAGS = ['apiKeyRequired', 'streaming', 'routeResponse'];
const FUNCTION_FIELDS = ['runtime', 'handler', 'timeout', 'packageType'];

/** Lists the differences between a deployment and what a fixture expects. */
export function judge(expected: Expectation, actual: Deployment): string[] {
  return [
    ...expected.apis.flatMap((api) => judgeApi(api, actual)),
    ...unexpectedApis(expected, actual),
    ...Object.entries(expected.functions).flatMap(([name, wanted]) => judgeFunction(name, wanted, actual)),
    ...expected.unsupported.flatMap(({ where }) => (isReported(where, actual.unsupported) ? [] : [`unsupported ${where}: not reported`])),
    ...expected.optional.flatMap(({ where }) => (isKnown(where, actual) ? [] : [`optional ${where}: neither carried over nor reported`])),
  ];
}

function judgeApi(wanted: ExpectedApi, actual: Deployment): string[] {
  const found = actual.apis.find((api) => isMeant(wanted, api));
  const place = `${wanted.target} ${wanted.id ?? wanted.name}`;
  if (found === undefined) return isReported(wanted.reportInstead ?? place, actual.unsupported) ? [] : [`${place}: no such API`];
  const keys = [...API_FIELDS, ...REPORTABLE_API_FIELDS].filter((key) => key in wanted);
  return [
    ...keys.flatMap((key) => compare(`${place} ${key}`, wanted[key], fieldsOf(found)[key])),
    ...('binaryMediaTypes' in wanted
      ? compare(`${place} binaryMediaTypes`, sorted(wanted['binaryMediaTypes']), sorted(found.binaryMediaTypes))
      : []),
    ...Object.entries(fieldsOf(wanted['cors'] ?? {})).flatMap(([key, value]) =>
      compare(`${place} cors.${key}`, sorted(value), sorted(fieldsOf(found.cors ?? {})[key])),
    ),
    ...found.routes.flatMap(({ key }) => (wanted.routes.some((route) => route.key === key) ? [] : [`${place} ${key}: not expected`])),
    ...wanted.routes.flatMap((route) => judgeRoute(place, route, wanted, found)),
  ];
}

function isMeant(wanted: ExpectedApi, api: DeployedApi): boolean {
  return wanted.id === undefined ? wanted.target === api.target && wanted.name === api.name : wanted.id === api.id;
}

function judgeRoute(place: string, wanted: ExpectedApi['routes'][number], wantedApi: ExpectedApi, api: DeployedApi): string[] {
  const route = api.routes.find(({ key }) => key === wanted.key);
  const at = `${place} ${wanted.key}`;
  if (route === undefined) return [`${at}: no such route`];
  const found = fieldsOf(route);
  return [
    ...ROUTE_FIELDS.filter((key) => key in wanted).flatMap((key) => compare(`${at} ${key}`, wanted[key], found[key])),
    ...ROUTE_FLAGS.filter((key) => wanted[key] !== 'expression-only').flatMap((key) =>
      compare(`${at} ${key}`, Boolean(wanted[key]), Boolean(found[key])),
    ),
    ...compare(`${at} codeUri`, withoutDot(wanted['codeUri']), 'codeUri' in wanted ? withoutDot(route.codeUri) : undefined),
    ...compare(`${at} scopes`, sorted(wanted['scopes'] ?? []), sorted(route.scopes ?? [])),
    ...compare(
      `${at} authorizer`,
      describeAuthorizer(wanted['authorizer'], wantedApi),
      describeAuthorizer(route.authorizer, fieldsOf(api)),
    ),
  ];
}

/** An authorizer is known by what it is: its name is a logical id in one format, and the name in the file in another. */
function describeAuthorizer(name: unknown, api: Fields): unknown {
  if (name === undefined || name === 'AWS_IAM') return name ?? null;
  const authorizers = Array.isArray(api['authorizers']) ? api['authorizers'] : [];
  const found: Fields | undefined = authorizers.find((authorizer) => authorizer.name === name);
  if (found === undefined) return `unknown ${name}`;
  const { type, function: handler, issuer, identitySource, ttl, validation, payloadVersion, simpleResponses } = found;
  return {
    type,
    handler,
    issuer,
    identitySource: sorted(identitySource),
    ttl,
    validation,
    payloadVersion,
    simple: simpleResponses ?? false,
  };
}

function unexpectedApis(expected: Expectation, actual: Deployment): string[] {
  return actual.apis
    .filter((api) => !api.nested && !api.imported && !expected.apis.some((wanted) => isMeant(wanted, api)))
    .map((api) => `${api.target} ${api.id ?? api.name}: not expected`);
}

function judgeFunction(name: string, wanted: Fields, { functions }: Deployment): string[] {
  const found = functions[name];
  if (found === undefined) return [`function ${name}: missing`];
  return [
    ...FUNCTION_FIELDS.filter((key) => key in wanted).flatMap((key) =>
      compare(`function ${name} ${key}`, wanted[key], fieldsOf(found)[key]),
    ),
    ...Object.entries(fieldsOf(wanted['environment'] ?? {})).flatMap(([key, value]) =>
      typeof value === 'string' ? compare(`function ${name} environment.${key}`, value, found.environment?.[key]) : [],
    ),
  ];
}

/** A finding counts for a place, for what is around it and for what is in it. */
function isReported(where: string, findings: Deployment['unsupported']): boolean {
  return findings.some(
    (finding) => finding.where === where || where.startsWith(`${finding.where}.`) || finding.where.startsWith(`${where}.`),
  );
}

/** Something optional may be carried over, but the whole deployment must not be silent about an API without it. */
function isKnown(where: string, actual: Deployment): boolean {
  return (
    isReported(where, actual.unsupported) ||
    isReported(where, actual.optional) ||
    CARRIED_OVER.some((pattern) => pattern.test(where)) ||
    Object.keys(actual.functions).some((name) => name.startsWith(`${where.replace('Resources.', '')}/`)) // a nested template that was read
  );
}

/** What readers carry over, and fixtures list as optional. */
const CARRIED_OVER: readonly RegExp[] = [
  /securitySchemes|securityDefinitions/,
  /authorizer/i,
  /^paths\./,
  /^Resources\.MixedcustomPOST/, // its mapping templates are in `details`
  /endpointType$/,
];

function compare(at: string, wanted: unknown, found: unknown): string[] {
  const [one, other] = [stable(wanted), stable(found)];
  return one === other ? [] : [`${at}: expected ${one}, got ${other}`];
}

/** JSON with sorted keys. */
function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort()) : item,
  );
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).sort() : value;
}

function withoutDot(path: unknown): unknown {
  return typeof path === 'string' ? path.replace(/^\.\//, '').replace(/\/$/, '') : path;
}

function fieldsOf(value: object): Fields {
  return value as Fields; // read by key only
}
