import type { KeyRule, KeyRules } from '../../reading/keys.js';
import { FUNCTION_NOT_TRACED, NO_CONCURRENCY_LIMIT, NO_LAYERS, NO_MEMORY_LIMIT } from '../../reading/rules.js';

const ASYNCHRONOUS: KeyRule = { optional: 'Functions are not called asynchronously here.' };

/** The keys of a function. */
export const FUNCTION = {
  handler: 'read',
  image: 'read',
  name: 'read',
  runtime: 'read',
  timeout: 'read',
  environment: 'read',
  events: 'read',
  url: 'read',
  httpApi: 'read',
  package: 'read',
  condition: { unsupported: 'The condition of the function is not evaluated here.' },
  durableConfig: { unsupported: 'Durable functions do not run here.' },
  destinations: ASYNCHRONOUS,
  maximumEventAge: ASYNCHRONOUS,
  maximumRetryAttempts: ASYNCHRONOUS,
  onError: ASYNCHRONOUS,
  fileSystemConfig: { optional: 'File systems are not mounted here.' },
  layers: NO_LAYERS,
  vpc: { optional: 'The function does not run in a VPC here.' },
  memorySize: NO_MEMORY_LIMIT,
  ephemeralStorageSize: { optional: 'The size of /tmp is not limited here.' },
  provisionedConcurrency: { optional: 'Concurrency has no effect here.' },
  reservedConcurrency: NO_CONCURRENCY_LIMIT,
  snapStart: { optional: 'SnapStart has no effect here.' },
  tracing: FUNCTION_NOT_TRACED,
  logs: 'ignore',
  architecture: 'ignore', // your machine has its own
  awsKmsKeyArn: 'ignore',
  build: 'ignore',
  dependsOn: 'ignore',
  description: 'ignore',
  disableLogs: 'ignore',
  iamRoleStatements: 'ignore',
  iamRoleStatementsInherit: 'ignore',
  iamRoleStatementsName: 'ignore',
  kmsKeyArn: 'ignore',
  logDataProtectionPolicy: 'ignore',
  logRetentionInDays: 'ignore',
  recursiveLoop: 'ignore',
  role: 'ignore', // the handler has the credentials of your shell
  runtimeManagement: 'ignore',
  tags: 'ignore',
  versionFunction: 'ignore',
} as const satisfies KeyRules;

const elsewhere = (what: string): KeyRule => ({ unsupported: `${what} do not reach functions here.` });

/** The events of a function. */
export const EVENT = {
  http: 'read',
  httpApi: 'read',
  websocket: 'read',
  alb: { unsupported: 'Load balancers do not run here.' },
  cloudFront: { unsupported: 'CloudFront does not answer here.' },
  activemq: elsewhere('Messages from ActiveMQ'),
  alexaSkill: elsewhere('Requests from Alexa'),
  alexaSmartHome: elsewhere('Requests from Alexa'),
  cloudwatchEvent: elsewhere('Events from CloudWatch'),
  cloudwatchLog: elsewhere('Logs'),
  cognitoUserPool: elsewhere('Events from Cognito'),
  eventBridge: elsewhere('Events from EventBridge'),
  iot: elsewhere('Messages from IoT'),
  iotFleetProvisioning: elsewhere('Events from IoT'),
  kafka: elsewhere('Messages from Kafka'),
  msk: elsewhere('Messages from Kafka'),
  rabbitmq: elsewhere('Messages from RabbitMQ'),
  s3: elsewhere('Events from S3'),
  schedule: elsewhere('Schedules'),
  sns: elsewhere('Messages from SNS'),
  sqs: elsewhere('Messages from SQS'),
  stream: elsewhere('Events from streams'),
} as const satisfies KeyRules;
