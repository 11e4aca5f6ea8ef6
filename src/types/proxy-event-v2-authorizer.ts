/**
 * `requestContext.authorizer` of a payload 2.0 event when it is not known which authorizer ran: exactly one of its keys is there.
 * With knowledge, name one of the variants: `APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>`.
 */
export interface APIGatewayProxyEventV2Authorizer {
  /** Set by IAM authorization. */
  iam?: APIGatewayEventIAMAuthorizer['iam'];
  /** Set by a JWT authorizer. */
  jwt?: APIGatewayEventJWTAuthorizer['jwt'];
  /** Set by a Lambda authorizer: its context, or `null` when it returned none (recorded). */
  lambda?: { [key: string]: unknown } | null;
}

/**
 * What a JWT authorizer leaves in a payload 2.0 event.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export interface APIGatewayEventJWTAuthorizer {
  /** The validated token. */
  jwt: {
    /** Claims of the token, every one a string: numbers in decimal (`exp`: `'1718722804'`), lists as `[a b]` (recorded, reported). */
    claims: { [claim: string]: string | undefined };
    /** Scopes the route asks for. `null` when it asks for none (recorded). */
    scopes: string[] | null;
  };
}

/**
 * What a Lambda authorizer leaves in a payload 2.0 event.
 *
 * @typeParam TContext the authorizer's context, with its JSON types kept.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayEventLambdaAuthorizer<TContext = { [key: string]: unknown } | null> {
  /** The authorizer's context. `null` when it returned none (recorded). */
  lambda: TContext;
}

/**
 * What IAM authorization leaves in a payload 2.0 event.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
export interface APIGatewayEventIAMAuthorizer {
  /** The caller. */
  iam: {
    /** Access key the request was signed with. */
    accessKey: string;
    /** AWS account of the caller. */
    accountId: string;
    /** Principal id of the caller, `AROA…:session` or `AIDA…`. */
    callerId: string;
    /** The Cognito identity behind the credentials. `null` without one (recorded). */
    cognitoIdentity: {
      /** Authentication methods, for example `['authenticated']`. */
      amr: string[];
      /** Id of the identity. */
      identityId: string;
      /** Id of the identity pool. */
      identityPoolId: string;
    } | null;
    /** Id of the caller's organisation, `o-…`. `null` outside one (recorded). */
    principalOrgId: string | null;
    /** ARN of the caller. */
    userArn: string;
    /** Principal id of the user. */
    userId: string;
  };
}
