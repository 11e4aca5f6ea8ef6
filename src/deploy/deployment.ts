import type { Target } from '../aws/target.js';

// What a deployment file deploys, the same for every format. Nothing in it is left out silently: what a reader does not carry over
// stands in `unsupported` or `optional`, with its place in the file.

/** The formats of deployment files. */
export type DeploymentFormat = 'sam' | 'cloudformation' | 'openapi' | 'serverless';

/** What a deployment file deploys. */
export interface Deployment {
  readonly format: DeploymentFormat;
  /** The APIs and function URLs, in the order of the file. */
  readonly apis: readonly DeployedApi[];
  /** The functions, by the name that `function` of a route gives. */
  readonly functions: Readonly<Record<string, DeployedFunction>>;
  /** Parts of the file that this library can't apply or doesn't know. `serve` refuses such a file, unless you pass `--partial`. */
  readonly unsupported: readonly Finding[];
  /** What has no effect on what a client sees here, such as throttling. */
  readonly optional: readonly Finding[];
}

/** Something in the file that was not carried over. */
export interface Finding {
  /** The place in the file: `Resources.Orders.Properties.Events.List`. */
  readonly where: string;
  /** What the file has there, and what it would do on AWS. */
  readonly what: string;
  /** The line in the file, counted from 1. Absent for a file without known lines, such as an included one. */
  readonly line?: number;
}

/** An API or a function URL. */
export interface DeployedApi {
  readonly target: Target;
  /** The logical id of the resource. An OpenAPI document has none. */
  readonly id?: string;
  readonly name: string;
  /** The stage that is served. `null` if there are several and none was chosen, or none at all. */
  readonly stage: string | null;
  /** All stages, if there are several. */
  readonly stages?: readonly DeployedStage[];
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly routes: readonly DeployedRoute[];
  readonly authorizers?: readonly DeployedAuthorizer[];
  /** CORS settings of an HTTP API or a function URL. A REST API answers preflight requests with a route. */
  readonly cors?: DeployedCors;
  readonly binaryMediaTypes?: readonly string[];
  /** REST: size of the smallest body to compress, in bytes. */
  readonly minimumCompressionSize?: number;
  readonly apiKeySource?: 'HEADER' | 'AUTHORIZER';
  readonly gatewayResponses?: Readonly<Record<string, DeployedGatewayResponse>>;
  readonly customDomains?: readonly DeployedDomain[];
  readonly endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE';
  readonly disableExecuteApiEndpoint?: true;
  /** WebSocket APIs: where a message names its route. */
  readonly routeSelectionExpression?: string;
  /** Function URLs: who may call it. */
  readonly authType?: 'AWS_IAM' | 'NONE';
  /** The API itself belongs to another stack; this file only adds routes. */
  readonly imported?: true;
  /** The API belongs to a stack within this one. */
  readonly nested?: true;
}

/** A stage with its variables. */
export interface DeployedStage {
  readonly name: string;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What answers a route. */
export type DeployedIntegration = 'proxy' | 'custom' | 'mock' | 'http' | 'http-proxy' | 'vpc-link' | 'aws-service';

/** A route with everything that is set for it. */
export interface DeployedRoute {
  /** `GET /users/{id}`, `$default`, or what a message selects. */
  readonly key: string;
  /** Absent if the route has no integration. */
  readonly integration?: DeployedIntegration;
  /** The name of its function in `functions`. `null` if a stage variable names it: see `functionByStage`. */
  readonly function?: string | null;
  /** The name of its function by stage. */
  readonly functionByStage?: Readonly<Record<string, string>>;
  /** The function's `handler`, such as `src/orders.handler`. */
  readonly handler?: string;
  /** The function's folder, as the file writes it. */
  readonly codeUri?: string;
  /** HTTP APIs and function URLs: the payload format of the event. */
  readonly payloadVersion?: '1.0' | '2.0';
  /** How long the integration may take. Absent: the target's default. */
  readonly timeoutInMillis?: number;
  /** The name of an entry of `authorizers`, or `AWS_IAM`. Absent: the route is open. */
  readonly authorizer?: string;
  readonly scopes?: readonly string[];
  readonly apiKeyRequired?: true;
  /** The response is streamed to the client. */
  readonly streaming?: true;
  /** WebSocket APIs: the client receives what the handler returns. */
  readonly routeResponse?: true;
  /** The URL of an HTTP integration. */
  readonly uri?: string;
  /** What a mock integration answers, if it always answers the same. */
  readonly mock?: { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
  /**
   * Custom, mock and HTTP integrations: the integration with its templates, in the spelling of `x-amazon-apigateway-integration`. The keys of
   * `responses` are selection patterns and `default`.
   */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An authorizer of an API. */
export interface DeployedAuthorizer {
  readonly name: string;
  readonly type: 'token' | 'request' | 'jwt' | 'cognito';
  /** The name of its function in `functions`. Absent: the authorizer has no function, or one that is known by its ARN only. */
  readonly function?: string;
  readonly identitySource?: readonly string[];
  /** How long an answer is kept, in seconds. */
  readonly ttl?: number;
  /** TOKEN: the expression that the token must match. */
  readonly validation?: string;
  /** HTTP APIs: the version of the authorizer's event. */
  readonly payloadVersion?: '1.0' | '2.0';
  readonly simpleResponses?: boolean;
  readonly issuer?: string;
  readonly audience?: readonly string[];
  readonly userPools?: readonly string[];
}

/** The CORS settings of an HTTP API or a function URL. */
export interface DeployedCors {
  readonly allowOrigins?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** How long browsers may cache a preflight response, in seconds. */
  readonly maxAge?: number;
  readonly allowCredentials?: boolean;
}

/** A customized gateway response of a REST API. */
export interface DeployedGatewayResponse {
  readonly statusCode?: number;
  /** Headers to add, such as `{ 'gatewayresponse.header.X-Why': "'no'" }`, with the quotes inside. */
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** A custom domain's mapping to a stage. */
export interface DeployedDomain {
  readonly domain: string;
  readonly basePath: string;
  readonly stage: string | null;
}

/** A Lambda function. */
export interface DeployedFunction {
  readonly logicalId?: string;
  readonly runtime?: string;
  /** The handler, such as `src/orders.handler`. Absent for a container image. */
  readonly handler?: string;
  /** How long it may run, in seconds. */
  readonly timeout?: number;
  /** The folder of its code, as the file writes it. */
  readonly codeUri?: string;
  /** The file with its source, relative to the deployment file, such as esbuild's entry point. Absent if the file doesn't name it. */
  readonly source?: string;
  readonly environment?: Readonly<Record<string, DeployedValue>>;
  readonly packageType?: 'Zip' | 'Image';
  /** `true` if the file contains the code itself. */
  readonly inline?: true;
  /** The code that the file contains. Absent unless `inline` is `true`. */
  readonly code?: string;
}

/** A value of the file, or a placeholder for one that only AWS knows. */
export type DeployedValue = string | Unresolved;

/** A value that only AWS knows, such as the name of a table. */
export interface Unresolved {
  /** What the value would be, in the words of `Fn::Sub`: `${Orders.Arn}`. */
  readonly $unresolved: string;
}
