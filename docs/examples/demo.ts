// Shows everything once for each kind of API: request, event, guard and schema, result, response. Run it with `npm run demo`.
import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyResult,
  type APIGatewayProxyStructuredResultV2,
  type APIGatewayProxyWebsocketEvent,
  type APIGatewayProxyWebsocketMessageEvent,
  type APIGatewayProxyWebsocketResult,
  buildWebsocketSession,
  detectEvent,
  explainIssue,
  type Gateway,
  type HttpRequest,
  isAPIGatewayProxyEvent,
  isAPIGatewayProxyEventV2,
  isAPIGatewayProxyWebsocketEvent,
  renderMessage,
  renderResult,
  toEvent,
  toHttp1Bytes,
} from 'apigw-proxy';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, APIGatewayProxyWebsocketEventSchema } from 'apigw-proxy/schemas';

// The response object of AWS's Lambda guide, "Using AWS Lambda with API Gateway".
async function restHandler(_event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    isBase64Encoded: false,
    multiValueHeaders: { 'X-Custom-Header': ['My value', 'My other value'] },
    body: '{\n  "TotalCodeSize": 104330022,\n  "FunctionCount": 26\n}',
  };
}

async function httpV1Handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  return { statusCode: 200, headers: { 'x-user': event.pathParameters?.['id'] ?? '' }, body: `Hello, ${event.pathParameters?.['id']}!` };
}

async function httpHandler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return { statusCode: 201, cookies: [...(event.cookies ?? []), 'seen=1; HttpOnly'], body: event.body ?? '' };
}

async function connectHandler(): Promise<APIGatewayProxyWebsocketResult> {
  return { statusCode: 200 };
}

async function messageHandler({ body }: APIGatewayProxyWebsocketMessageEvent): Promise<APIGatewayProxyWebsocketResult> {
  return { statusCode: 200, body: `echo of ${body}` };
}

const request: HttpRequest = {
  method: 'GET',
  target: '/users/Ada%20Lovelace?tag=a&tag=b',
  headers: [
    ['Host', 'api.example.com'],
    ['User-Agent', 'demo/1'],
    ['Cookie', 'session=abc; theme=dark'],
  ],
};

async function main(): Promise<void> {
  const rest: Gateway<'rest'> = { target: 'rest', stage: 'prod', route: 'GET /users/{id}' };
  const restRequest = { ...request, target: `/prod${request.target}` };
  const restEvent = toEvent(restRequest, rest);
  title('REST API');
  printRequest(restRequest);
  printEvent(restEvent, isAPIGatewayProxyEvent(restEvent), APIGatewayProxyEventSchema.safeParse(restEvent).success);
  printExchange(await restHandler(restEvent), rest, restRequest);

  const httpV1: Gateway<'http-1.0'> = { target: 'http-1.0', route: 'GET /users/{id}' };
  const httpV1Event = toEvent(request, httpV1);
  title('HTTP API, payload format 1.0');
  printRequest(request);
  printEvent(httpV1Event, isAPIGatewayProxyEvent(httpV1Event), APIGatewayProxyEventSchema.safeParse(httpV1Event).success);
  printExchange(await httpV1Handler(httpV1Event), httpV1, request);

  const http: Gateway<'http-2.0'> = { target: 'http-2.0', route: 'POST /users' };
  const body = new TextEncoder().encode('{"name":"Ada"}');
  const post: HttpRequest = {
    ...request,
    method: 'POST',
    target: '/users',
    headers: [...request.headers, ['Content-Type', 'application/json']],
    body,
  };
  const httpEvent = toEvent(post, http);
  title('HTTP API, payload format 2.0');
  printRequest(post);
  printEvent(httpEvent, isAPIGatewayProxyEventV2(httpEvent), APIGatewayProxyEventV2Schema.safeParse(httpEvent).success);
  printExchange(await httpHandler(httpEvent), http, post);

  const handshake: HttpRequest = {
    method: 'GET',
    target: '/prod?token=abc',
    headers: [
      ['Host', 'chat.example.com'],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ],
  };
  const session = buildWebsocketSession({ query: { token: 'abc' }, headers: { Host: 'chat.example.com' } });
  title('WebSocket API: one connection');
  printRequest(handshake);
  printWebsocketEvent(session.connect());
  printExchange(await connectHandler(), { target: 'websocket', route: '$connect' }, handshake);

  const message = session.message({ action: 'say', text: 'hello' });
  console.log(`\nframe from the client: ${message.body}`);
  printWebsocketEvent(message);
  const result = await messageHandler(message);
  console.log(`\nresult: ${JSON.stringify(result)}`);
  const { frame } = renderMessage(result, { target: 'websocket', route: message.requestContext.routeKey, routeResponse: true });
  console.log(`\nframe to the client: ${frame}`);

  console.log('\nthe client disconnects');
  printWebsocketEvent(session.disconnect({ code: 1001 }));

  title('A result that AWS rejects');
  printExchange({ statusCode: 200, body: { hello: 'world' } }, rest, restRequest);
}

function title(text: string): void {
  console.log(`\n${text}\n${'='.repeat(text.length)}`);
}

function printRequest({ method, target, headers, body }: HttpRequest): void {
  console.log(`\n${method} ${target} HTTP/1.1`);
  for (const [name, value] of headers) console.log(`${name}: ${value}`);
  if (body) console.log(`\n${new TextDecoder().decode(body)}`);
}

function printEvent(event: object, guard: boolean, schema: boolean): void {
  console.log(`\nevent: ${detectEvent(event)}; guard: ${verdict(guard)}; schema: ${verdict(schema)}`);
  for (const [key, value] of Object.entries(event)) console.log(`  ${key}: ${shorten(JSON.stringify(value))}`);
}

function printWebsocketEvent(event: APIGatewayProxyWebsocketEvent): void {
  printEvent(event, isAPIGatewayProxyWebsocketEvent(event), APIGatewayProxyWebsocketEventSchema.safeParse(event).success);
}

function printExchange(result: unknown, gateway: Parameters<typeof renderResult>[1], sent: HttpRequest): void {
  const response = renderResult(result, gateway, sent);
  console.log(`\nresult: ${JSON.stringify(result)}\n`);
  console.log(new TextDecoder().decode(toHttp1Bytes(response)));
  for (const { severity, code, path, message, fix } of response.issues.map(explainIssue)) {
    console.log(`\n${severity} ${code} at ${path.join('.')}: ${message} ${fix}`);
  }
}

function verdict(valid: boolean): string {
  return valid ? 'valid' : 'NOT valid';
}

function shorten(text: string): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

await main();
