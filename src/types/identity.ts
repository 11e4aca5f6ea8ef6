import type { APIGatewayEventClientCertificate } from './client-certificate.js';

/**
 * `requestContext.identity` of a payload 1.0 proxy event: twelve keys, all present, most of them `null` (recorded); the others appear
 * only with the feature that fills them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export interface APIGatewayEventIdentity {
  /** IAM: access key the request was signed with, for example `ASIA…`. `null` otherwise. */
  accessKey: string | null;
  /** IAM: AWS account of the caller. `null` otherwise. */
  accountId: string | null;
  /** REST: the value of the API key in use. Absent without one; events before 2019 had `null`. */
  apiKey?: string | null;
  /** REST: the id of the API key in use. Absent without one; events before 2019 had `null`. */
  apiKeyId?: string | null;
  /** IAM: principal id of the caller, `AROA…:session` or `AIDA…`. `null` otherwise. */
  caller: string | null;
  /** The client's certificate. Absent without mutual TLS. */
  clientCert?: APIGatewayEventClientCertificate | null;
  /** HTTP API: authentication methods of a Cognito identity, `null` without one. Absent on REST (recorded). */
  cognitoAmr?: string[] | null;
  /** Cognito identity pool: comma-separated providers, `cognito-idp.…/…,cognito-idp.…/…:CognitoSignIn:{sub}`. `null` otherwise. */
  cognitoAuthenticationProvider: string | null;
  /** Cognito identity pool: `authenticated` or `unauthenticated`. `null` otherwise. */
  cognitoAuthenticationType: string | null;
  /** Cognito identity pool: id of the identity. `null` otherwise. */
  cognitoIdentityId: string | null;
  /** Cognito identity pool: id of the pool. `null` otherwise. */
  cognitoIdentityPoolId: string | null;
  /** IAM: id of the caller's organisation, `o-…`. `null` otherwise; absent from AWS's older samples. */
  principalOrgId?: string | null;
  /** The client's IP address, v4 or v6; `test-invoke-source-ip` in a console test. Not always a bare address: do not parse it blindly. */
  sourceIp: string;
  /** IAM: principal id of the user. `null` otherwise. */
  user: string | null;
  /** The request's User-Agent. Without one: `null` on REST, `''` on HTTP APIs (recorded). */
  userAgent: string | null;
  /** IAM: ARN of the caller. `null` otherwise. */
  userArn: string | null;
  /** Private API: id of the VPC the request came from. Absent otherwise. */
  vpcId?: string;
  /** Private API: id of the VPC endpoint the request came through. Absent otherwise. */
  vpceId?: string;
}

/** Identity of a caller with IAM authorization: `APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>`. */
export interface APIGatewayEventIAMIdentity extends APIGatewayEventIdentity {
  /** Access key the request was signed with, for example `ASIA…`. */
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

/** Identity of a caller whose IAM credentials come from a Cognito identity pool (documented). */
export interface APIGatewayEventCognitoIdentity extends APIGatewayEventIAMIdentity {
  /** `authenticated` or `unauthenticated`. */
  cognitoAuthenticationType: string;
  /** Id of the identity. */
  cognitoIdentityId: string;
  /** Id of the pool. */
  cognitoIdentityPoolId: string;
}

/** Identity of a caller of a private API. With IAM authorization too: `APIGatewayEventPrivateIdentity & APIGatewayEventIAMIdentity`. */
export interface APIGatewayEventPrivateIdentity extends APIGatewayEventIdentity {
  /** Id of the VPC the request came from. */
  vpcId: string;
  /** Id of the VPC endpoint the request came through. */
  vpceId: string;
}

/** Identity of a caller who showed a certificate: mutual TLS. */
export interface APIGatewayEventMutualTLSIdentity extends APIGatewayEventIdentity {
  /** The client's certificate. */
  clientCert: APIGatewayEventClientCertificate;
}

/** Identity in a console test of a REST API: the console's user is the caller, the rest are fixed texts (recorded). */
export interface APIGatewayEventConsoleTestIdentity extends APIGatewayEventIAMIdentity {
  /** Always this text. */
  apiKey: 'test-invoke-api-key';
  /** Always this text. */
  apiKeyId: 'test-invoke-api-key-id';
  /** Always this text, no address. */
  sourceIp: 'test-invoke-source-ip';
}
