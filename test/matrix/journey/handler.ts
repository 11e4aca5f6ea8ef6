import { type APIGatewayProxyEventV2, bodyJson, isAPIGatewayProxyEventV2, type Result, resultsFor } from 'apigw-proxy';

const { json, problem } = resultsFor('http-2.0');

/** The function under test. Bundlers bundle this file alone. */
export async function handler(event: APIGatewayProxyEventV2): Promise<Result<'http-2.0'>> {
  if (!isAPIGatewayProxyEventV2(event)) return problem({ status: 500 });
  return json({ id: event.pathParameters?.['id'], body: bodyJson(event) }, { status: 201 });
}
