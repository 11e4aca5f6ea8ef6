/**
 * The event of a TOKEN authorizer of a REST API. It has exactly these three keys.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export interface APIGatewayTokenAuthorizerEvent {
  /** Always `'TOKEN'`. */
  type: 'TOKEN';
  /**
   * ARN of the method and path the client requested: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. The path is
   * that of the request, not of the resource. At the root, the ARN ends with `/`.
   */
  methodArn: string;
  /** Whole value of the header that the authorizer reads the token from, including `Bearer`. */
  authorizationToken: string;
}
