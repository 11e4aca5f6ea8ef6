import type { RequestCase } from '../cases/request-case.js';
import { difference } from './difference.js';

/** Compares an event with what its case expects, except for the paths that `isUnseen` names. Returns a sentence for each difference. */
export function compareEvent(
  event: unknown,
  { expect, absent = [] }: Pick<RequestCase, 'expect' | 'absent'>,
  isUnseen: (path: string) => boolean = () => false,
): string[] {
  return [
    ...Object.entries(expect).flatMap(([path, expected]) => (isUnseen(path) ? [] : difference(path, valueAt(event, path), expected))),
    ...absent.flatMap((path) => {
      const actual = isUnseen(path) ? undefined : valueAt(event, path);
      return actual === undefined ? [] : [`${path}: expected to be absent, got ${JSON.stringify(actual)}`];
    }),
  ];
}

/** Returns the value at a dotted path. Keys may contain dots. */
export function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as Record<string, unknown>; // any object can be read by name
  if (Object.hasOwn(object, path)) return object[path];
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot);
    if (Object.hasOwn(object, key)) return valueAt(object[key], path.slice(dot + 1));
  }
  return undefined;
}

/** What AWS, the network or the caller's account decide: no request can ask for it. */
const GENERATED: readonly RegExp[] = [
  /^requestContext\.(?:accountId|apiId|domainName|domainPrefix|requestId|extendedRequestId|connectionId|messageId|connectedAt)$/,
  /^requestContext\.(?:requestTime|requestTimeEpoch|time|timeEpoch|resourceId|deploymentId|operationName)$/,
  /^requestContext\.(?:identity|http)\.sourceIp$/,
  /^requestContext\.identity\.(?:accountId|caller|user|userArn|accessKey|principalOrgId|apiKey|apiKeyId|clientCert|vpc(?:Id|eId))$/,
  /^requestContext\.authentication\b/,
  /^(?:headers|multiValueHeaders)\.(?:host|via|x-forwarded-(?:for|port|proto)|x-amzn-trace-id|x-amz-cf-id|cloudfront-.*|x-amzn-tls-.*)$/i,
  /^(?:routeArn|methodArn)$/,
];

/** Returns whether a value of an event is one that the service generates, so that two events for one request differ in it. */
export function isGenerated(path: string): boolean {
  return GENERATED.some((pattern) => pattern.test(path));
}
