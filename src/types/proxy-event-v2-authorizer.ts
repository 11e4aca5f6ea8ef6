import type { Plain } from './plain.js';

/**
 * `requestContext.authorizer` of a payload 2.0 event behind any authorizer. Exactly one of its keys is present.
 *
 * If you know the authorizer, name its type: `APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>`.
 */
export interface APIGatewayProxyEventV2Authorizer {
  /** The caller. Absent without IAM authorization. */
  iam?: APIGatewayEventIAMAuthorizer['iam'];
  /** The validated token. Absent without a JWT authorizer. */
  jwt?: APIGatewayEventJWTAuthorizer['jwt'];
  /** Context that a Lambda authorizer returned. `null` if it returned none. Absent without a Lambda authorizer. */
  lambda?: { [key: string]: unknown } | null;
}

/**
 * `requestContext.authorizer` of a payload 2.0 event behind a JWT authorizer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export interface APIGatewayEventJWTAuthorizer {
  /** The validated token. */
  jwt: {
    /** Claims of the token. Every value is a string: numbers are decimal (`exp: '1718722804'`), arrays look like `[a b]`. */
    claims: { [claim: string]: string | undefined };
    /** Scopes that the route requires. `null` if it requires none. */
    scopes: string[] | null;
  };
}

/**
 * `requestContext.authorizer` of a payload 2.0 event behind a Lambda authorizer.
 *
 * @typeParam TContext Type of the context that the authorizer returns. Its values keep their JSON types.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayEventLambdaAuthorizer<TContext = { [key: string]: unknown } | null> {
  /** Context that the authorizer returned. `null` if it returned none. */
  lambda: Plain<TContext>;
}

/**
 * `requestContext.authorizer` of a payload 2.0 event with IAM authorization.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
export interface APIGatewayEventIAMAuthorizer {
  /** The caller. */
  iam: {
    /** Access key that signed the request, for example `ASIA…`. */
    accessKey: string;
    /** AWS account of the caller. */
    accountId: string;
    /** Principal id of the caller, `AROA…:session` or `AIDA…`. */
    callerId: string;
    /** Cognito identity that the credentials belong to. `null` without one. */
    cognitoIdentity: {
      /** Authentication methods, for example `['authenticated']`. */
      amr: string[];
      /** Id of the identity. */
      identityId: string;
      /** Id of the identity pool. */
      identityPoolId: string;
    } | null;
    /** Id of the caller's organization, `o-…`. `null` without one. */
    principalOrgId: string | null;
    /** ARN of the caller. */
    userArn: string;
    /** Principal id of the user. */
    userId: string;
  };
}
