import { dropUndefined } from '../../gateway/drop-undefined.js';
import { createDraft } from '../apis/draft.js';
import { readFunctionUri } from '../functions/function-uri.js';
import type { KeyRules } from '../reading/keys.js';
import { at, optional, type Place } from '../reading/place.js';
import { readWord } from '../reading/values.js';
import { type Fields, readFields } from '../template/properties.js';
import { type Reading, resourcesOfType } from '../template/reading.js';
import { readText } from '../template/values.js';
import { readCors } from './cors.js';
import { IAM_FINDING } from './rest-methods.js';

/** What `AWS::Lambda::Url` and the `FunctionUrlConfig` of SAM have in common. */
const FUNCTION_URL = {
  AuthType: 'read',
  InvokeMode: 'read',
  Cors: 'read',
  TargetFunctionArn: 'read',
  Qualifier: 'ignore', // all versions run the same code here
} as const satisfies KeyRules;

/** Reads the function URLs of a template. */
export function readFunctionUrls(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::Lambda::Url')) {
    const fields = readFields(resource.properties() ?? {}, FUNCTION_URL, at(resource.place, 'Properties'));
    const target = fields.read('TargetFunctionArn', readText) ?? '';
    addFunctionUrl(resource.id, resource.place, fields, readFunctionUri(target)?.name ?? target, reading);
  }
}

/** Reads the URL of a function in SAM. */
export function readFunctionUrlConfig(id: string, value: unknown, functionName: string, place: Place, reading: Reading): void {
  addFunctionUrl(id, place, readFields(value, FUNCTION_URL, place), functionName, reading);
}

function addFunctionUrl(id: string, place: Place, { at, read }: Fields<typeof FUNCTION_URL>, functionName: string, reading: Reading): void {
  const authType = read('AuthType', readAuthType) ?? 'AWS_IAM';
  const mode = read('InvokeMode', (word, place) => readWord(word, ['BUFFERED', 'RESPONSE_STREAM'], place));
  if (authType === 'AWS_IAM') optional(at('AuthType'), IAM_FINDING);
  const draft = createDraft('function-url', id, id, place, { authType, ...dropUndefined({ cors: read('Cors', readCors) }) });
  const route = {
    key: '$default',
    integration: 'proxy' as const,
    payloadVersion: '2.0' as const,
    ...(authType === 'AWS_IAM' ? { authorizer: 'AWS_IAM' } : {}),
    ...(mode === 'RESPONSE_STREAM' ? { streaming: true as const } : {}),
  };
  draft.routes.push({ route, functionName, place });
  reading.apis.set(id, draft);
}

function readAuthType(value: unknown, place: Place): 'AWS_IAM' | 'NONE' | undefined {
  return readWord(value, ['AWS_IAM', 'NONE'], place);
}
