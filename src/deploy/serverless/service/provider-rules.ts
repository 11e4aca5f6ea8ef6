import type { KeyRule, KeyRules } from '../../reading/keys.js';
import { NO_LAYERS, NO_MEMORY_LIMIT, NO_USAGE_LIMITS, REQUESTS_NOT_VALIDATED } from '../../reading/rules.js';

const DEPLOYING: KeyRule = 'ignore'; // how the stack is deployed

/** The keys of `provider`. */
export const PROVIDER = {
  name: 'read',
  stage: 'read',
  region: 'read',
  runtime: 'read',
  timeout: 'read',
  environment: 'read',
  stackName: 'read',
  apiName: 'read',
  apiGateway: 'read',
  endpointType: 'read',
  httpApi: 'read',
  websocketsApiName: 'read',
  websocketsApiRouteSelectionExpression: 'read',
  vpcEndpointIds: { optional: 'VPC endpoints cannot be reached from here.' },
  vpc: { optional: 'Functions do not run in a VPC here.' },
  layers: NO_LAYERS,
  logs: { optional: 'No access logs are written here.' },
  tracing: { optional: 'X-Ray does not trace requests here.' },
  memorySize: NO_MEMORY_LIMIT,
  alb: { unsupported: 'Load balancers do not run here.' },
  cloudFront: { unsupported: 'CloudFront does not answer here.' },
  s3: { optional: 'Buckets do not exist here.' },
  kinesis: { optional: 'Streams do not exist here.' },
  eventBridge: { optional: 'EventBridge does not exist here.' },
  ecr: 'ignore', // functions say which image they are
  websocket: 'ignore',
  websocketsDescription: 'ignore',
  architecture: 'ignore', // your machine has its own
  build: 'ignore',
  cfnRole: DEPLOYING,
  credentials: DEPLOYING,
  deletionProtection: DEPLOYING,
  deploymentBucket: DEPLOYING,
  deploymentMethod: DEPLOYING,
  deploymentPrefix: DEPLOYING,
  disableRollback: DEPLOYING,
  iam: 'ignore', // handlers have the credentials of your shell
  iamManagedPolicies: 'ignore',
  iamRoleStatements: 'ignore',
  kmsKeyArn: 'ignore',
  lambdaHashingVersion: DEPLOYING,
  logDataProtectionPolicy: 'ignore',
  logRetentionInDays: 'ignore',
  notificationArns: DEPLOYING,
  profile: DEPLOYING,
  pruneFunctionVersions: DEPLOYING,
  role: 'ignore',
  rolePermissionsBoundary: 'ignore',
  rollbackConfiguration: DEPLOYING,
  runtimeManagement: 'ignore',
  stackParameters: DEPLOYING,
  stackPolicy: DEPLOYING,
  stackTags: DEPLOYING,
  tags: 'ignore',
  versionFunctions: DEPLOYING,
} as const satisfies KeyRules;

/** The keys of `provider.apiGateway`: REST APIs. */
export const API_GATEWAY = {
  binaryMediaTypes: 'read',
  minimumCompressionSize: 'read',
  apiKeySourceType: 'read',
  disableDefaultEndpoint: 'read',
  shouldStartNameWithService: 'read',
  timeoutInMillis: 'read',
  restApiId: 'read',
  restApiRootResourceId: 'read',
  restApiResources: 'read',
  websocketApiId: 'read',
  apiKeys: { optional: 'Clients need these API keys. Pass their values when you serve the API.' },
  usagePlan: NO_USAGE_LIMITS,
  resourcePolicy: { optional: 'The resource policy is not applied here.' },
  metrics: { optional: 'Nothing is measured here.' },
  request: REQUESTS_NOT_VALIDATED,
  stage: { unsupported: 'This key has no effect. Use `provider.stage`.' },
  description: 'ignore',
  endpoint: 'ignore', // TLS
} as const satisfies KeyRules;

/** The keys of `provider.httpApi`. */
export const HTTP_API = {
  id: 'read',
  name: 'read',
  payload: 'read',
  cors: 'read',
  authorizers: 'read',
  disableDefaultEndpoint: 'read',
  shouldStartNameWithService: 'read',
  metrics: { optional: 'Nothing is measured here.' },
  description: 'ignore',
  useProviderTags: 'ignore',
} as const satisfies KeyRules;
