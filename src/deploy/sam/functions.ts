import { isObject } from '../../http/is-object.js';
import { readFunctionUrlConfig } from '../cloudformation/function-urls.js';
import { describeFunction, FUNCTION_RULES, type FunctionCode, REMOTE_CODE } from '../functions/describe-function.js';
import { asValue } from '../intrinsics/call.js';
import type { KeyRules } from '../reading/keys.js';
import { FUNCTION_NOT_TRACED, NO_CONCURRENCY_LIMIT } from '../reading/rules.js';
import { inFolder } from '../template/folder.js';
import { resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { type ApiEvent, listApiEvents } from './events.js';
import { readSamProperties, type SamReading } from './sam-reading.js';

const ASYNCHRONOUS = 'Functions are not called asynchronously here.';

const FUNCTION = {
  ...FUNCTION_RULES,
  CodeUri: 'read',
  InlineCode: 'read',
  ImageUri: 'read',
  Events: 'read',
  FunctionUrlConfig: 'read',
  AutoPublishAlias: { optional: 'All aliases and versions run the same code here.' },
  DeadLetterQueue: { optional: ASYNCHRONOUS },
  DeploymentPreference: { optional: 'An alias sends all requests to the same code here.' },
  EventInvokeConfig: { optional: ASYNCHRONOUS },
  Policies: { optional: 'The handler has the credentials of your shell, not these policies.' },
  ProvisionedConcurrencyConfig: NO_CONCURRENCY_LIMIT,
  Tracing: FUNCTION_NOT_TRACED,
  AssumeRolePolicyDocument: 'ignore', // the handler has the credentials of your shell
  AutoPublishAliasAllProperties: 'ignore',
  AutoPublishCodeSha256: 'ignore',
  PermissionsBoundary: 'ignore',
  PropagateTags: 'ignore',
  RolePath: 'ignore',
  SourceKMSKeyArn: 'ignore',
  VersionDescription: 'ignore',
  VersionDeletionPolicy: 'ignore',
} as const satisfies KeyRules;

/** Reads the functions of SAM with their URLs. Returns the events that make routes. */
export function readSamFunctions(reading: SamReading): readonly ApiEvent[] {
  return resourcesOfType(reading, 'AWS::Serverless::Function').flatMap((resource) => readFunction(resource, reading));
}

function readFunction(resource: Resource, reading: SamReading): readonly ApiEvent[] {
  const { id, place } = resource;
  const { keys, at } = readSamProperties(resource, 'Function', FUNCTION, reading);
  const code = { ...readCode(keys, resource), ...readEntryPoint(resource) };
  reading.functions.add(id, describeFunction(id, keys, code, place));
  if (keys.FunctionUrlConfig !== undefined) {
    readFunctionUrlConfig(`${id}Url`, keys.FunctionUrlConfig, `\${${id}}`, at('FunctionUrlConfig'), reading);
  }
  return keys.Events === undefined ? [] : listApiEvents(keys.Events, at('Events'), id);
}

/** A folder on this machine is code that runs here. A packaged template has an address in S3. */
function readCode(
  keys: { readonly CodeUri: unknown; readonly InlineCode: unknown; readonly ImageUri: unknown },
  { folder }: Resource,
): FunctionCode {
  const { CodeUri: codeUri, InlineCode: inlineCode, ImageUri: imageUri } = keys;
  if (imageUri !== undefined) return { isImage: true };
  if (typeof inlineCode === 'string') return { code: inlineCode };
  if (codeUri === undefined) return folder === '' ? {} : { codeUri: folder };
  const isLocal = typeof codeUri === 'string' && !codeUri.startsWith('s3://');
  return isLocal ? { codeUri: inFolder(folder, codeUri) } : { obstacle: { property: 'CodeUri', what: REMOTE_CODE } };
}

/** `Metadata: { BuildMethod: esbuild, BuildProperties: { EntryPoints: [src/orders.ts] } }` names the source. */
function readEntryPoint({ metadata, folder }: Resource): Pick<FunctionCode, 'source'> {
  const build = metadata();
  const properties = isObject(build) && build['BuildMethod'] === 'esbuild' ? build['BuildProperties'] : undefined;
  const entryPoints = isObject(properties) ? properties['EntryPoints'] : undefined;
  const first = asValue(Array.isArray(entryPoints) ? entryPoints[0] : undefined);
  return typeof first === 'string' ? { source: inFolder(folder, first) } : {};
}
