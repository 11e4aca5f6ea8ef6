// One function behind every template in this folder. It imports nothing at run time, so there is nothing to bundle.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'apigw-proxy';

export async function handler({ routeKey, pathParameters, body }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  if (routeKey === 'GET /orders/{id}') return reply(200, { id: pathParameters?.['id'] });
  return reply(201, { order: body });
}

function reply(statusCode: number, value: unknown): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}
