// Deployment files: what a SAM or CloudFormation template, CDK's output, an OpenAPI document or a serverless.yml deploys.

export type { Target } from '../aws/target.js';
export type {
  DeployedApi,
  DeployedAuthorizer,
  DeployedCors,
  DeployedDomain,
  DeployedFunction,
  DeployedGatewayResponse,
  DeployedIntegration,
  DeployedRoute,
  DeployedStage,
  DeployedValue,
  Deployment,
  DeploymentFormat,
  Finding,
  Unresolved,
} from './deployment.js';
export type { ReadTemplateOptions } from './options.js';
export { readTemplate } from './read-template.js';
export { TemplateError, type TemplateErrorCode, type TemplateErrorDetails } from './template-error.js';
