import { isObject } from '../../../http/is-object.js';
import { type KeyRules, readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { readBoolean, readString, readWord } from '../../reading/values.js';
import type { Service, ServiceFunction } from '../service/service.js';
import { functionArn } from './function-arn.js';
import { functionId, functionUrlId } from './naming.js';
import { addResource, type Stack } from './stack.js';

/** Serverless' own default, in seconds. */
const DEFAULT_TIMEOUT = 6;

/** Adds the functions of a service, and their URLs. */
export function addFunctions(service: Service, stack: Stack): void {
  for (const fn of service.functions) {
    addFunction(fn, service, stack);
    if (fn.keys.url !== undefined && fn.keys.url !== false) addUrl(fn, stack);
  }
}

function addFunction({ name, keys, place }: ServiceFunction, { name: service, stage, provider }: Service, stack: Stack): void {
  if (stack.resources.has(functionId(name))) {
    unsupported(place, `Another function has the resource ${functionId(name)}. This one replaces it.`);
  }
  const isImage = keys.image !== undefined;
  addResource(
    stack,
    functionId(name),
    'AWS::Lambda::Function',
    {
      FunctionName: keys.name ?? `${service}-${stage}-${name}`,
      Timeout: keys.timeout ?? provider.timeout ?? DEFAULT_TIMEOUT,
      Environment: environmentOf(provider.environment, keys.environment),
      ...(isImage
        ? { PackageType: 'Image', Code: { ImageUri: 'image' } }
        : { Code: '.', Handler: keys.handler, Runtime: keys.runtime ?? provider.runtime }),
    },
    place,
  );
}

/** The variables of the function come after those of the provider. */
function environmentOf(provider: unknown, own: unknown): unknown {
  if (provider === undefined && own === undefined) return undefined;
  return { Variables: { ...(isObject(provider) ? provider : {}), ...(isObject(own) ? own : {}) } };
}

const URL = { authorizer: 'read', cors: 'read', invokeMode: 'read' } as const satisfies KeyRules;

const URL_CORS = {
  allowedOrigins: 'read',
  allowedHeaders: 'read',
  allowedMethods: 'read',
  allowCredentials: 'read',
  exposedResponseHeaders: 'read',
  maxAge: 'read',
} as const satisfies KeyRules;

/** What `cors: true` allows. */
const DEFAULT_CORS: Readonly<Record<string, readonly string[]>> = {
  allowedOrigins: ['*'],
  allowedHeaders: ['Content-Type', 'X-Amz-Date', 'Authorization', 'X-Api-Key', 'X-Amz-Security-Token', 'X-Amzn-Trace-Id'],
  allowedMethods: ['*'],
};

function addUrl({ name, keys, place }: ServiceFunction, stack: Stack): void {
  const inside = at(place, 'url');
  const { authorizer, cors, invokeMode } = readKeys(keys.url === true ? {} : keys.url, URL, inside);
  const word = readWord(authorizer, ['aws_iam'], at(inside, 'authorizer'));
  // A word that is not known must not open the URL.
  const isOpen = authorizer === undefined || authorizer === null;
  addResource(
    stack,
    functionUrlId(name),
    'AWS::Lambda::Url',
    {
      AuthType: isOpen && word === undefined ? 'NONE' : 'AWS_IAM',
      TargetFunctionArn: functionArn(name),
      InvokeMode: readString(invokeMode, at(inside, 'invokeMode')),
      Cors: corsOf(cors, at(inside, 'cors')),
    },
    inside,
  );
}

/** A key of `cors` that is `null` allows nothing, instead of the default. */
function corsOf(value: unknown, place: Place): unknown {
  if (value === undefined || value === false) return undefined;
  const written = value === true ? {} : value;
  const keys = readKeys(written, URL_CORS, place);
  const isCleared = (name: string): boolean => isObject(written) && written[name] === null;
  const listOf = (name: 'allowedOrigins' | 'allowedHeaders' | 'allowedMethods'): unknown =>
    isCleared(name) ? undefined : (keys[name] ?? DEFAULT_CORS[name]);
  const cors = {
    AllowOrigins: listOf('allowedOrigins'),
    AllowHeaders: listOf('allowedHeaders'),
    AllowMethods: listOf('allowedMethods'),
    AllowCredentials: readBoolean(keys.allowCredentials, at(place, 'allowCredentials')) === true ? true : undefined,
    ExposeHeaders: keys.exposedResponseHeaders,
    MaxAge: keys.maxAge,
  };
  return Object.fromEntries(readEntries(cors, place));
}
