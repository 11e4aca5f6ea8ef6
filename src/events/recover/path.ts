import { awsHost, parseAwsHost } from '../../aws/host-names.js';
import { encodeSegment } from '../../http/percent.js';
import type { EventInit } from '../build/event-init.js';
import { type Fields, stringOf, stringsOf } from './fields.js';

/** The options of a builder that determine the path. */
type PathOptions = Pick<EventInit, 'path' | 'customDomain' | 'testInvoke'> & HostOptions;

type HostOptions = Pick<EventInit, 'domainName' | 'region'>;

/** `{id}` or `{path+}` in a route. */
const PARAMETER = /\{([^{}+]+)\+?\}/g;

/** Finds out the path that the route of a REST event matched, and the custom domain in front of it. */
export function recoverRestPath(event: Fields, context: Fields): PathOptions {
  const path = stringOf(event['path']) ?? '/';
  const domainName = stringOf(context['domainName']);
  if (context['stage'] === 'test-invoke-stage') return { path, testInvoke: true };
  // Both are the path of the URL behind a custom domain only.
  if (context['path'] !== path || domainName === undefined) return { path, ...recoverHost(context) };
  return behindDomain(path, event, context, domainName);
}

/** Finds out the path that the route of an HTTP API's payload 1.0 event matched. */
export function recoverHttpPathV1(event: Fields, context: Fields): PathOptions {
  const path = stringOf(event['path']) ?? '/';
  const domainName = stringOf(context['domainName']);
  if (domainName === undefined || parseAwsHost(domainName) !== undefined) {
    return { path: withoutStage(path, context) ?? path, ...recoverHost(context) };
  }
  return behindDomain(path, event, context, domainName);
}

/** Finds out the path that the route of a payload 2.0 event matched. The event has it decoded, and without the base path of a domain. */
export function recoverHttpPathV2(event: Fields, context: Fields): PathOptions {
  const decoded = stringOf(event['rawPath']) ?? '/';
  const domainName = stringOf(context['domainName']);
  const inner = withoutStage(decoded, context);
  const path = (inner ?? decoded).split('/').map(encodeSegment).join('/');
  if (domainName === undefined || parseAwsHost(domainName) !== undefined) return { path, ...recoverHost(context) };
  return { path, customDomain: { domainName, ...(inner === undefined && { stageInRawPath: false }) } };
}

/** Finds out the path of a function URL's event. It is encoded. */
export function recoverUrlPath(event: Fields, context: Fields): PathOptions {
  return { path: stringOf(event['rawPath']) ?? '/', ...recoverHost(context) };
}

/** Finds out the host name: nothing but the region, if AWS makes the name from it and from the id of the API. */
export function recoverHost(context: Fields): HostOptions {
  const domainName = stringOf(context['domainName']);
  if (domainName === undefined) return {};
  const host = parseAwsHost(domainName);
  const isMade = host !== undefined && host.label === context['apiId'] && awsHost(host.service, host.label, host.region) === domainName;
  return isMade ? { region: host.region } : { domainName };
}

/** Returns a path without its stage; `undefined` if it doesn't start with the stage. */
function withoutStage(path: string, { stage }: Fields): string | undefined {
  if (typeof stage !== 'string') return undefined;
  if (stage === '$default') return path;
  return `${path}/`.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) || '/' : undefined;
}

/** Finds the path that the route matched at the end of the URL's path. The context has it decoded if the parameters are. */
function behindDomain(path: string, event: Fields, context: Fields, domainName: string): PathOptions {
  const options: PathOptions = { path, customDomain: { domainName } };
  const url = stringOf(context['path']);
  const inner = fillResource(stringOf(event['resource']), stringsOf(event['pathParameters']));
  if (url === undefined || inner === undefined || !url.endsWith(inner)) return options;
  const basePath = url.slice(0, -inner.length);
  return path.startsWith(basePath) ? withInnerPath(options, path.slice(basePath.length)) : options;
}

/** Returns the options with the path that the route matched. Behind a custom domain, the part of their path before it becomes the base path. */
export function withInnerPath({ path = '', customDomain }: PathOptions, inner: string): PathOptions {
  const basePath = path.endsWith(inner) ? path.slice(1, -inner.length) : '';
  return { path: inner, ...(customDomain && { customDomain: { ...customDomain, ...(basePath !== '' && { basePath }) } }) };
}

/** Fills parameters into the path of a route; `undefined` if the event has no such path. */
function fillResource(resource: string | undefined, values: Readonly<Record<string, string>>): string | undefined {
  return resource?.startsWith('/') ? resource.replace(PARAMETER, (_, name: string) => String(values[name])) : undefined;
}
