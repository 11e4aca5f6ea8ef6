import { dropUndefined } from '../../gateway/drop-undefined.js';
import { type ApiDraft, createDraft } from '../apis/draft.js';
import { readFunctionUri } from '../functions/function-uri.js';
import type { KeyRules } from '../reading/keys.js';
import { type Place, unsupported } from '../reading/place.js';
import { readBoolean, readWord } from '../reading/values.js';
import type { Fields } from '../template/properties.js';
import { type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText } from '../template/values.js';
import { addBody, bodyTitle } from './body.js';
import { readCors } from './cors.js';

const API = {
  Name: 'read',
  ProtocolType: 'read',
  Body: 'read',
  CorsConfiguration: 'read',
  RouteSelectionExpression: 'read',
  ApiKeySelectionExpression: 'read',
  DisableExecuteApiEndpoint: 'read',
  Target: 'read',
  RouteKey: 'read',
  BodyS3Location: { unsupported: 'The OpenAPI document is in S3. Use `Body`.' },
  BasePath: { optional: 'The base path of the document does not move routes.' },
  CredentialsArn: 'ignore', // what API Gateway may call
  Description: 'ignore',
  DisableSchemaValidation: 'ignore',
  FailOnWarnings: 'ignore',
  IpAddressType: 'ignore',
  Tags: 'ignore',
  Version: 'ignore',
} as const satisfies KeyRules;

/** Reads the HTTP and WebSocket APIs of a template. */
export function readV2Apis(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::Api')) readV2Api(resource, reading);
}

function readV2Api(resource: Resource, reading: Reading): void {
  const fields = readProperties(resource, API);
  const { keys, at, read } = fields;
  const protocol =
    keys.ProtocolType === undefined ? 'HTTP' : read('ProtocolType', (word, place) => readWord(word, ['HTTP', 'WEBSOCKET'], place));
  const isWebSocket = protocol === 'WEBSOCKET';
  const name = read('Name', readText) ?? bodyTitle(keys.Body) ?? resource.id;
  const draft = createDraft(isWebSocket ? 'websocket' : 'http', resource.id, name, resource.place, {
    ...dropUndefined({
      cors: read('CorsConfiguration', readCors),
      routeSelectionExpression: isWebSocket ? read('RouteSelectionExpression', readText) : undefined,
      apiKeySource: read('ApiKeySelectionExpression', readKeySource),
      disableExecuteApiEndpoint: read('DisableExecuteApiEndpoint', readBoolean) === true ? (true as const) : undefined,
    }),
  });
  reading.apis.set(resource.id, draft);
  if (keys.Body !== undefined) addBody(draft, keys.Body, at('Body'));
  if (keys.Target !== undefined) addQuickRoute(draft, fields);
}

/** `$context.authorizer.usageIdentifierKey` is the key that the authorizer returns. */
export function readKeySource(value: unknown, place: Place): 'AUTHORIZER' | undefined {
  return readText(value, place)?.startsWith('$context.authorizer') === true ? 'AUTHORIZER' : undefined;
}

/** `Target` makes the whole API: one route, payload version 2.0 and the stage `$default`. */
function addQuickRoute(draft: ApiDraft, { at, read }: Fields<typeof API>): void {
  const target = read('Target', readText) ?? '';
  const key = read('RouteKey', readText) ?? '$default';
  const functionName = readFunctionUri(target)?.name;
  if (functionName !== undefined) {
    draft.routes.push({ route: { key, integration: 'proxy', payloadVersion: '2.0' }, functionName, place: at('Target') });
  } else if (/^https?:/.test(target)) {
    draft.routes.push({ route: { key, integration: 'http-proxy', uri: target }, place: at('Target') });
  } else unsupported(at('Target'), `The target \`${target}\` is neither a function nor a URL.`);
  draft.stages.push({ name: '$default' });
}
