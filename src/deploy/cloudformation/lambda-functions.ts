import { isObject } from '../../http/is-object.js';
import { describeFunction, FUNCTION_RULES, type FunctionCode, REMOTE_CODE } from '../functions/describe-function.js';
import { readFunctionUri } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import type { KeyRules } from '../reading/keys.js';
import { FUNCTION_NOT_TRACED } from '../reading/rules.js';
import { inFolder } from '../template/folder.js';
import { readFields } from '../template/properties.js';
import { type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import { readText } from '../template/values.js';
import { type AssetFolder, findAsset, readAssets } from './assets.js';

const FUNCTION = {
  ...FUNCTION_RULES,
  Code: 'read',
  TracingConfig: FUNCTION_NOT_TRACED,
} as const satisfies KeyRules;

const CODE = {
  ZipFile: 'read',
  ImageUri: 'read',
  S3Bucket: 'read',
  S3Key: 'read',
  S3ObjectVersion: 'ignore',
  SourceKMSKeyArn: 'ignore',
} as const satisfies KeyRules;

const ALIAS = {
  FunctionName: 'read',
  RoutingConfig: { optional: 'An alias sends all requests to the same code here.' },
  Description: 'ignore',
  FunctionVersion: 'ignore',
  Name: 'ignore',
  ProvisionedConcurrencyConfig: 'ignore',
} as const satisfies KeyRules;

const VERSION = {
  FunctionName: 'read',
  CodeSha256: 'ignore',
  Description: 'ignore',
  FunctionScalingConfig: 'ignore',
  ProvisionedConcurrencyConfig: 'ignore',
  RuntimePolicy: 'ignore',
} as const satisfies KeyRules;

/** Reads the functions of a template, and what stands for them. */
export function readLambdaFunctions(reading: Reading): void {
  const assets = readAssets(reading.context);
  for (const resource of resourcesOfType(reading, 'AWS::Lambda::Function')) {
    const { keys } = readProperties(resource, FUNCTION);
    reading.functions.add(resource.id, describeFunction(resource.id, keys, readCode(keys.Code, resource, assets), resource.place));
  }
  for (const resource of resourcesOfType(reading, 'AWS::Lambda::Alias')) addAlias(resource, ALIAS, reading);
  for (const resource of resourcesOfType(reading, 'AWS::Lambda::Version')) addAlias(resource, VERSION, reading);
}

function addAlias(resource: Resource, rules: typeof ALIAS | typeof VERSION, reading: Reading): void {
  const target = asValue(readProperties(resource, rules).keys.FunctionName);
  const name = target === undefined ? undefined : readFunctionUri(target)?.name;
  if (name !== undefined) reading.functions.addAlias(resource.id, name);
}

/** Finds the code of a function. The path of a folder stands in a template that was not packaged yet. */
function readCode(value: unknown, resource: Resource, assets: AssetFolder): FunctionCode {
  if (typeof value === 'string') return { codeUri: inFolder(resource.folder, value) };
  const place = { ...resource.place, path: [...resource.place.path, 'Properties', 'Code'] };
  const { keys, read } = readFields(value ?? {}, CODE, place);
  if (keys.ImageUri !== undefined) return { isImage: true };
  if (keys.ZipFile !== undefined) return { code: read('ZipFile', readText) ?? '' };
  const metadata = resource.metadata();
  const asset = findAsset(isObject(metadata) ? metadata : {}, read('S3Key', readText), assets);
  return asset === undefined ? { obstacle: { property: 'Code', what: REMOTE_CODE } } : { codeUri: asset };
}
