import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { DeployedFunction } from '../deployment.js';
import type { KeyRules, ReadKeys } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { NO_CONCURRENCY_LIMIT, NO_LAYERS, NO_MEMORY_LIMIT } from '../reading/rules.js';
import { readNumber, readString } from '../reading/values.js';
import { readEnvironment } from './environment.js';
import type { FoundFunction, Obstacle } from './function-table.js';

/** Lambda's own default, in seconds. */
const DEFAULT_TIMEOUT = 3;

/** The properties that `AWS::Lambda::Function` and `AWS::Serverless::Function` share. */
export const FUNCTION_RULES = {
  FunctionName: 'read',
  Runtime: 'read',
  Handler: 'read',
  Timeout: 'read',
  Environment: 'read',
  PackageType: 'read',
  DurableConfig: 'read',
  Layers: NO_LAYERS,
  VpcConfig: { optional: 'The function does not run in a VPC here.' },
  FileSystemConfigs: { optional: 'File systems are not mounted here.' },
  MemorySize: NO_MEMORY_LIMIT,
  EphemeralStorage: { optional: 'The size of /tmp is not limited here.' },
  ReservedConcurrentExecutions: NO_CONCURRENCY_LIMIT,
  ImageConfig: { optional: 'The settings of a container image have no effect here.' },
  DeadLetterConfig: { optional: 'A dead-letter queue is for asynchronous calls only.' },
  SnapStart: { optional: 'SnapStart has no effect here.' },
  TenancyConfig: { optional: 'Tenant isolation has no effect here.' },
  CapacityProviderConfig: { optional: 'Capacity providers have no effect here.' },
  FunctionScalingConfig: { optional: 'Scaling has no effect here.' },
  RecursiveLoop: 'ignore', // a guard against calls between services
  Architectures: 'ignore', // your machine has its own
  CodeSigningConfigArn: 'ignore',
  Description: 'ignore',
  KmsKeyArn: 'ignore', // neither a client nor the handler sees encryption at rest
  LoggingConfig: 'ignore',
  PublishToLatestPublished: 'ignore',
  Role: 'ignore', // the handler has the credentials of your shell
  RuntimeManagementConfig: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

/** Where the code of a function is. */
export interface FunctionCode {
  readonly codeUri?: string;
  readonly source?: string;
  /** The code itself, if the file contains it. */
  readonly code?: string;
  /** The function is a container image. */
  readonly isImage?: boolean;
  /** Why the code does not run here, and the property that says so. */
  readonly obstacle?: { readonly property: string; readonly what: string };
}

/** The code is in a bucket, where nobody finds it without AWS. */
export const REMOTE_CODE = 'The code is in S3. Pass the template from before the upload, with the path of a folder.';

/** Describes a function by its properties and its code. */
export function describeFunction(id: string, keys: ReadKeys<typeof FUNCTION_RULES>, code: FunctionCode, place: Place): FoundFunction {
  const read = <Value>(key: keyof typeof keys, readValue: (value: unknown, place: Place) => Value): Value =>
    readValue(keys[key], at(place, 'Properties', key));
  const isImage = keys.PackageType === 'Image' || code.isImage === true;
  const runtime = read('Runtime', readString);
  const described: DeployedFunction = dropUndefined({
    logicalId: id,
    runtime,
    handler: isImage ? undefined : read('Handler', readString),
    timeout: read('Timeout', readNumber) ?? DEFAULT_TIMEOUT,
    codeUri: code.codeUri,
    source: code.source,
    inline: code.code === undefined ? undefined : true,
    code: code.code,
    environment: read('Environment', readEnvironment),
    packageType: isImage ? 'Image' : undefined,
  });
  return {
    described,
    name: nameOf(keys.FunctionName),
    obstacles: listObstacles(isImage, runtime, keys.DurableConfig !== undefined, code, place),
  };
}

/** A name that only AWS knows names no function here. */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listObstacles(
  isImage: boolean,
  runtime: string | undefined,
  isDurable: boolean,
  { obstacle }: FunctionCode,
  place: Place,
): readonly Obstacle[] {
  if (isImage) return [{ place, what: 'The function is a container image, which needs Docker.' }];
  const foreign = runtime === undefined || runtime.startsWith('nodejs') ? undefined : `The runtime \`${runtime}\` is not Node.js.`;
  return [
    ...(foreign === undefined ? [] : [{ place: at(place, 'Properties', 'Runtime'), what: foreign }]),
    ...(isDurable ? [{ place: at(place, 'Properties', 'DurableConfig'), what: 'Durable functions do not run here.' }] : []),
    ...(obstacle === undefined ? [] : [{ place: at(place, 'Properties', obstacle.property), what: obstacle.what }]),
  ];
}
