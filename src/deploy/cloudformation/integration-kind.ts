import type { DeployedIntegration } from '../deployment.js';
import { isInvocation, readFunctionUri } from '../functions/function-uri.js';
import { optional, type Place, unsupported } from '../reading/place.js';

/** What says what kind of integration it is. */
export interface IntegrationSigns {
  /** `AWS_PROXY`, `AWS`, `HTTP`, `HTTP_PROXY` or `MOCK`. */
  readonly type: string;
  /** The URI, with placeholders. */
  readonly uri: string;
  readonly connectionType?: string | undefined;
  /** HTTP APIs: the action of another service. */
  readonly subtype?: string | undefined;
}

const KINDS: Readonly<Record<string, DeployedIntegration>> = { HTTP: 'http', HTTP_PROXY: 'http-proxy', MOCK: 'mock' };

/** Returns the kind of an integration and the function that it calls. Reports what does not run here. */
export function classifyIntegration(
  { type, uri, connectionType, subtype }: IntegrationSigns,
  place: Place,
): { readonly integration?: DeployedIntegration; readonly functionName?: string } {
  const word = type.toUpperCase();
  if (connectionType === 'VPC_LINK') return refuse('vpc-link', 'A VPC link leads to servers that cannot be reached from here.', place);
  if (subtype !== undefined) return refuse('aws-service', `The integration calls ${subtype}, which does not run here.`, place);
  const { name } = (word === 'AWS_PROXY' || isInvocation(uri) ? readFunctionUri(uri) : undefined) ?? {};
  if (word === 'AWS_PROXY' && name !== undefined) return { integration: 'proxy', functionName: name };
  if (word === 'AWS' && name !== undefined) return { integration: 'custom', functionName: name };
  if (word === 'AWS' || word === 'AWS_PROXY') {
    return refuse('aws-service', `The integration calls the AWS service ${serviceOf(uri)}, which does not run here.`, place);
  }
  const integration = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (integration !== undefined && integration !== 'mock') optional(place, `The route calls ${uri}, not a function.`);
  if (integration !== undefined) return { integration };
  unsupported(place, `The integration type \`${type}\` is unknown.`);
  return {};
}

function refuse(integration: DeployedIntegration, what: string, place: Place): { readonly integration: DeployedIntegration } {
  unsupported(place, what);
  return { integration };
}

/** `arn:aws:apigateway:eu-west-1:sqs:path/…` → `sqs`. */
function serviceOf(uri: string): string {
  const [, service] = /:apigateway:[^:]*:([\w.-]+):/.exec(uri) ?? [];
  return service ?? `\`${uri.slice(0, 80)}\``;
}
