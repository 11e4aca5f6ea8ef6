// The sample application "API Gateway with Node.js" of the AWS Lambda guide. It reports how much code and how many functions an account has.
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type APIGatewayProxyEvent, header, type Result, resultsFor } from 'apigw-proxy';

const { problem, text } = resultsFor('rest');

/** Created once for all invocations. A test sets `AWS_ENDPOINT_URL_LAMBDA` to answer in place of Lambda. */
const lambda = new LambdaClient({ maxAttempts: 2 });

export async function handler(event: APIGatewayProxyEvent): Promise<Result<'rest'>> {
  try {
    const { AccountUsage } = await lambda.send(new GetAccountSettingsCommand({}));
    const report = { TotalCodeSize: AccountUsage?.TotalCodeSize, FunctionCount: AccountUsage?.FunctionCount };
    const headers = { 'Content-Type': 'application/json', 'X-Custom-Header': ['My value', 'My other value'] };
    // The guide formats the JSON for people. `json(report)` would write it on one line.
    return text(JSON.stringify(report, null, 2), { headers });
  } catch (error) {
    const code = error instanceof Error ? error.name : 'UnknownError';
    const trace = header(event, 'x-amzn-trace-id');
    return problem({ status: 502, title: 'Lambda returned an error', detail: code, trace }, { headers: { 'X-Amzn-ErrorType': code } });
  }
}
