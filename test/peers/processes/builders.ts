import { createRequire } from 'node:module';
import { answerAll, importPackage } from './answer-all.js';

// Makes an event with the package that the command line names, from what a test author knows of the request.

/** What a test author knows of a request, decoded. */
export interface Known {
  readonly target: string;
  readonly method: string;
  /** Without the stage. */
  readonly path: string;
  readonly route: string;
  readonly rawQuery: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

type Build = (known: Known) => unknown;

const AWS_EVENT_MOCKS = 'aws-event-mocks';

const BUILDERS: Readonly<Record<string, () => Promise<Build>>> = {
  '@serverless/event-mocks': async () => {
    const { default: found } = await importPackage<{ default: { default: (type: string, fields: object) => unknown } }>(
      '@serverless/event-mocks',
    );
    return (known) => found.default('aws:apiGateway', fieldsV1(known));
  },
  [AWS_EVENT_MOCKS]: async () => {
    const require = createRequire(import.meta.url);
    return (known) => {
      // Each call writes into the template of the package, so each call gets a new one.
      for (const file of Object.keys(require.cache)) if (file.includes(AWS_EVENT_MOCKS)) delete require.cache[file];
      const createEvent = require(AWS_EVENT_MOCKS) as (options: object) => unknown;
      return createEvent({ template: 'aws:apiGateway', merge: fieldsV1(known) });
    };
  },
  'lambda-event-mock': async () => {
    const { default: mock } = await importPackage<{ default: { apiGateway(): FluentEvent } }>('lambda-event-mock');
    return ({ method, path, pathParameters, headers, query, body, isBase64Encoded }) =>
      mock
        .apiGateway()
        .path(path)
        .method(method)
        .headers(headers)
        .pathParameters(pathParameters)
        .queryStringParameters(query)
        .body(body, isBase64Encoded)
        .build();
  },
  'aws-lambda-test-utils': async () => {
    const { default: found } = await importPackage<{
      default: { mockEventCreator: { createAPIGatewayEvent: (fields: object) => unknown } };
    }>('aws-lambda-test-utils');
    return ({ method, path, pathParameters, headers, query, body }) =>
      found.mockEventCreator.createAPIGatewayEvent({ method, path, pathParameters, headers, queryStringParameters: query, body });
  },
  'serverless-plugin-test-helper': async () => {
    const { default: found } = await importPackage<{ default: { ApiGatewayEvent: EventClass; HttpApiEvent: EventClass } }>(
      'serverless-plugin-test-helper',
    );
    return (known) => (known.target === 'http-2.0' ? new found.HttpApiEvent(fieldsV2(known)) : new found.ApiGatewayEvent(fieldsV1(known)));
  },
};

interface FluentEvent {
  path(path: string): FluentEvent;
  method(method: string): FluentEvent;
  headers(headers: object): FluentEvent;
  pathParameters(parameters: object): FluentEvent;
  queryStringParameters(query: object): FluentEvent;
  body(body: string | null, isBase64Encoded: boolean): FluentEvent;
  build(): unknown;
}

type EventClass = new (fields: object) => object;

/** The fields of payload 1.0 that a test author would write. */
function fieldsV1({ method, path, route, pathParameters, headers, query, body, isBase64Encoded }: Known): object {
  return {
    resource: route,
    path,
    httpMethod: method,
    headers,
    queryStringParameters: orNull(query),
    pathParameters: orNull(pathParameters),
    body,
    isBase64Encoded,
  };
}

/** The fields of payload 2.0 that a test author would write. */
function fieldsV2({ method, path, route, pathParameters, rawQuery, headers, cookies, query, body, isBase64Encoded }: Known): object {
  return {
    routeKey: route,
    rawPath: path,
    rawQueryString: rawQuery,
    ...(cookies.length > 0 && { cookies }),
    headers,
    queryStringParameters: query,
    pathParameters,
    requestContext: { http: { method, path } },
    ...(body !== null && { body }),
    isBase64Encoded,
  };
}

function orNull(record: Readonly<Record<string, string>>): object | null {
  return Object.keys(record).length > 0 ? record : null;
}

await answerAll<Known>(async (peer) => {
  const build = await BUILDERS[peer]?.();
  if (build === undefined) throw new Error(`There is no builder '${peer}'.`);
  return async (known) => build(known);
});
