import type { KeyRule } from '../reading/keys.js';
import { optional, unsupported } from '../reading/place.js';
import {
  MESSAGES_NOT_VALIDATED,
  NO_CLIENT_CERTIFICATE,
  NO_FIREWALL,
  NO_LAYERS,
  NO_USAGE_LIMITS,
  REQUESTS_NOT_VALIDATED,
  RESOURCE_MISSING,
} from '../reading/rules.js';
import type { Reading } from '../template/reading.js';

/** The types that the readers carry over. */
const READ: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::BasePathMappingV2',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::DomainNameV2',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::IntegrationResponse',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::RouteResponse',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFormation::Stack',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Function',
  'AWS::Lambda::Url',
  'AWS::Lambda::Version',
  'AWS::Serverless::Api',
  'AWS::Serverless::Application',
  'AWS::Serverless::Function',
  'AWS::Serverless::HttpApi',
  'AWS::Serverless::StateMachine',
  'AWS::Serverless::WebSocketApi',
]);

/** What is said about other types, by the longest beginning of the type that the table has. Default: `RESOURCE_MISSING`. */
const RULES: Readonly<Record<string, Exclude<KeyRule, 'read'>>> = {
  'AWS::ApiGateway::Account': 'ignore', // the role that writes logs
  'AWS::ApiGateway::ApiKey': { optional: 'Clients need this API key. Pass its value when you serve the API.' },
  'AWS::ApiGateway::ClientCertificate': NO_CLIENT_CERTIFICATE,
  'AWS::ApiGateway::Documentation': 'ignore',
  'AWS::ApiGateway::DomainNameAccessAssociation': { optional: 'Private domains do not exist here.' },
  'AWS::ApiGateway::Model': REQUESTS_NOT_VALIDATED,
  'AWS::ApiGateway::RequestValidator': REQUESTS_NOT_VALIDATED,
  'AWS::ApiGateway::UsagePlan': NO_USAGE_LIMITS,
  'AWS::ApiGateway::UsagePlanKey': 'ignore', // the plan and the key are reported
  'AWS::ApiGateway::VpcLink': { optional: 'A VPC link leads to servers that cannot be reached from here.' },
  'AWS::ApiGatewayV2::ApiGatewayManagedOverrides': {
    unsupported: 'Changes to the route and the stage of a `Target` are not applied here.',
  },
  'AWS::ApiGatewayV2::Deployment': 'ignore', // all routes count as deployed
  'AWS::ApiGatewayV2::Model': MESSAGES_NOT_VALIDATED,
  'AWS::ApiGatewayV2::RoutingRule': { unsupported: 'The routing rules of a domain are not applied here.' },
  'AWS::ApiGatewayV2::VpcLink': { optional: 'A VPC link leads to servers that cannot be reached from here.' },
  'AWS::CDK::Metadata': 'ignore',
  'AWS::CertificateManager::': 'ignore', // the domain is reported
  'AWS::CloudFormation::Macro': { unsupported: 'The macro does not run here.' },
  'AWS::CloudFormation::WaitCondition': 'ignore',
  'AWS::CodeDeploy::': 'ignore', // how a new version is rolled out
  'AWS::IAM::': 'ignore', // the handler has the credentials of your shell
  'AWS::Lambda::CodeSigningConfig': 'ignore',
  'AWS::Lambda::EventInvokeConfig': { optional: 'Functions are not called asynchronously here.' },
  'AWS::Lambda::EventSourceMapping': { optional: 'Events from queues and streams do not reach functions here.' },
  'AWS::Lambda::LayerVersion': NO_LAYERS,
  'AWS::Lambda::Permission': 'ignore', // here, every API may call every function
  'AWS::Logs::': 'ignore',
  'AWS::Route53::': 'ignore', // the domain is reported
  'AWS::WAF': { optional: 'The firewall does not filter requests here.' },
  'AWS::WAFRegional::WebACLAssociation': NO_FIREWALL,
  'AWS::WAFv2::WebACLAssociation': NO_FIREWALL,
  'AWS::ApiGateway': { unsupported: 'This type of resource is unknown.' },
  'Custom::': { optional: 'The custom resource does not exist here.' },
};

/** From the longest beginning to the shortest. */
const BEGINNINGS = Object.keys(RULES).sort((one, other) => other.length - one.length);

/** Reports the resources that no reader carries over. */
export function reportOtherResources(reading: Reading): void {
  for (const { type, place } of reading.resources.values()) {
    if (READ.has(type)) continue;
    const rule = RULES[BEGINNINGS.find((beginning) => type.startsWith(beginning)) ?? ''] ?? RESOURCE_MISSING;
    if (rule === 'ignore') continue;
    if ('optional' in rule) optional(place, `${type}: ${rule.optional}`);
    else unsupported(place, `${type}: ${rule.unsupported}`);
  }
}
