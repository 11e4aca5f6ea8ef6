/**
 * What a REST API sends to a Lambda authorizer of type TOKEN: exactly these three keys (recorded).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export interface APIGatewayTokenAuthorizerEvent {
  /** Always `'TOKEN'`. */
  type: 'TOKEN';
  /**
   * The method the client asks for: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`, the path being the
   * request's and not the resource's template; the root resource ends in `/GET/`.
   */
  methodArn: string;
  /** The whole value of the header that is the token's source, `Bearer …` included. */
  authorizationToken: string;
}
