import type { APIGatewayEventClientCertificate } from './client-certificate.js';

/**
 * `requestContext.identity` of a payload 1.0 proxy event: who sent the request.
 *
 * Twelve keys are always present, most of them `null`. The others appear only with the feature that fills them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export interface APIGatewayEventIdentity {
  /** IAM: access key that signed the request, for example `ASIA…`. `null` otherwise. */
  accessKey: string | null;
  /** IAM: AWS account of the caller. `null` otherwise. */
  accountId: string | null;
  /** REST: value of the API key in the request. Absent without one; events before 2019 had `null`. */
  apiKey?: string | null;
  /** REST: id of the API key in the request. Absent without one; events before 2019 had `null`. */
  apiKeyId?: string | null;
  /** IAM: principal id of the caller, `AROA…:session` or `AIDA…`. `null` otherwise. */
  caller: string | null;
  /** Certificate of the client. Absent without mutual TLS. */
  clientCert?: APIGatewayEventClientCertificate | null;
  /** HTTP API: authentication methods of the Cognito identity. `null` without one. Absent on REST APIs. */
  cognitoAmr?: string[] | null;
  /** Cognito identity pool: providers, comma-separated, `cognito-idp.…/…,cognito-idp.…/…:CognitoSignIn:{sub}`. `null` otherwise. */
  cognitoAuthenticationProvider: string | null;
  /** Cognito identity pool: `authenticated` or `unauthenticated`. `null` otherwise. */
  cognitoAuthenticationType: string | null;
  /** Cognito identity pool: id of the identity. `null` otherwise. */
  cognitoIdentityId: string | null;
  /** Cognito identity pool: id of the pool. `null` otherwise. */
  cognitoIdentityPoolId: string | null;
  /** IAM: id of the caller's organization, `o-…`. `null` otherwise. Absent in older AWS samples. */
  principalOrgId?: string | null;
  /** IP address of the client, v4 or v6. Not always an address: a console test sends `test-invoke-source-ip`. */
  sourceIp: string;
  /** IAM: principal id of the user. `null` otherwise. */
  user: string | null;
  /** The User-Agent header. Without one, `null` on REST APIs and `''` on HTTP APIs. */
  userAgent: string | null;
  /** IAM: ARN of the caller. `null` otherwise. */
  userArn: string | null;
  /** Private API: id of the VPC that the request came from. Absent otherwise. */
  vpcId?: string;
  /** Private API: id of the VPC endpoint that the request came through. Absent otherwise. */
  vpceId?: string;
}

/**
 * Identity of a caller with IAM authorization. Use it as in `APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference
 */
export interface APIGatewayEventIAMIdentity extends APIGatewayEventIdentity {
  /** Access key that signed the request, for example `ASIA…`. */
  accessKey: string;
  /** AWS account of the caller. */
  accountId: string;
  /** Principal id of the caller, `AROA…:session` or `AIDA…`. */
  caller: string;
  /** Principal id of the user. */
  user: string;
  /** ARN of the caller. */
  userArn: string;
}

/**
 * Identity of a caller whose IAM credentials come from a Cognito identity pool.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference
 * @example
 * ```ts no-run
 * import type { APIGatewayEventCognitoIdentity, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const read = (event: APIGatewayProxyEvent<never, string, APIGatewayEventCognitoIdentity>): string => event.requestContext.identity.cognitoIdentityId;
 * ```
 */
export interface APIGatewayEventCognitoIdentity extends APIGatewayEventIAMIdentity {
  /** `authenticated` or `unauthenticated`. */
  cognitoAuthenticationType: string;
  /** Id of the identity. */
  cognitoIdentityId: string;
  /** Id of the pool. */
  cognitoIdentityPoolId: string;
}

/**
 * Identity of a caller of a private API. If the API has IAM authorization, too, add `& APIGatewayEventIAMIdentity`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 * @example
 * ```ts no-run
 * import type { APIGatewayEventPrivateIdentity, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const read = (event: APIGatewayProxyEvent<never, string, APIGatewayEventPrivateIdentity>): string => event.requestContext.identity.vpcId;
 * ```
 */
export interface APIGatewayEventPrivateIdentity extends APIGatewayEventIdentity {
  /** Id of the VPC that the request came from. */
  vpcId: string;
  /** Id of the VPC endpoint that the request came through. */
  vpceId: string;
}

/**
 * Identity of a caller that connected with mutual TLS.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 * @example
 * ```ts no-run
 * import type { APIGatewayEventMutualTLSIdentity, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const read = (event: APIGatewayProxyEvent<never, string, APIGatewayEventMutualTLSIdentity>): string => event.requestContext.identity.clientCert.subjectDN;
 * ```
 */
export interface APIGatewayEventMutualTLSIdentity extends APIGatewayEventIdentity {
  /** Certificate of the client. */
  clientCert: APIGatewayEventClientCertificate;
}

/**
 * Identity in a console test of a REST API. The caller is the user of the console; the rest are fixed strings.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-test-method.html
 * @example
 * ```ts no-run
 * import type { APIGatewayEventConsoleTestIdentity, APIGatewayProxyEvent } from 'apigw-proxy';
 *
 * export const read = (event: APIGatewayProxyEvent<never, string, APIGatewayEventConsoleTestIdentity>): string => event.requestContext.identity.userArn;
 * ```
 */
export interface APIGatewayEventConsoleTestIdentity extends APIGatewayEventIAMIdentity {
  /** Always this string. */
  apiKey: 'test-invoke-api-key';
  /** Always this string. */
  apiKeyId: 'test-invoke-api-key-id';
  /** Always this string instead of an address. */
  sourceIp: 'test-invoke-source-ip';
}
