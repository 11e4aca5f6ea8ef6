import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../../src/deploy/formats.js';
import { TemplateError } from '../../../src/deploy/index.js';

const FOLDER = { readFile: () => undefined, listFiles: () => [] };

const KEYS = [
  'handler',
  'events',
  'http',
  'httpApi',
  'websocket',
  'path',
  'method',
  'authorizer',
  'cors',
  'name',
  'type',
  'url',
  'image',
  'request',
  'response',
];
const WORDS = [
  'GET /a',
  '*',
  'get',
  '/a/{b+}',
  '$connect',
  'a.b',
  'f',
  'aws_iam',
  'arn:x:y',
  `\${self:custom.a}`,
  `\${opt:stage`,
  true,
  0,
  null,
];

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, depthSize: 'large' },
    fc.constantFrom<unknown>(...WORDS),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 }),
  ),
}));

/** A service with events that are often right, and often not. */
const service = fc.record(
  {
    service: fc.constant('shop'),
    provider: fc.oneof(
      fc.constant({ name: 'aws' }),
      fc.record({ name: fc.constant('aws'), httpApi: value, apiGateway: value, environment: value }),
    ),
    custom: value,
    functions: fc.oneof(
      value,
      fc.dictionary(fc.constantFrom('f', 'g'), fc.record({ handler: value, events: fc.array(value), url: value }, { requiredKeys: [] })),
    ),
    resources: value,
  },
  { requiredKeys: ['service', 'provider'] },
);

function read(written: object): ReturnType<typeof readDeployment> | TemplateError {
  try {
    return readDeployment(JSON.stringify(written, null, 1), 'serverless.yml', { format: 'serverless' }, FOLDER);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}

describe('readTemplate of any serverless.yml', () => {
  test('throws nothing but TemplateError, and returns JSON', () => {
    fc.assert(
      fc.property(service, (written) => {
        const deployment = read(written);
        if (!(deployment instanceof TemplateError)) expect(JSON.parse(JSON.stringify(deployment))).toStrictEqual(deployment);
      }),
    );
  });

  test('reports places that begin in the file, each with a line', () => {
    fc.assert(
      fc.property(service, (written) => {
        const deployment = read(written);
        if (deployment instanceof TemplateError) return;
        for (const { where, line } of [...deployment.unsupported, ...deployment.optional]) {
          expect(Object.keys(written)).toContain(where.split('.')[0]);
          expect(line, where).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('opens no route that has an authorizer, whatever that is', () => {
    const event = fc.constantFrom(
      (authorizer: unknown) => ({ http: { path: 'a', method: 'get', authorizer } }),
      (authorizer: unknown) => ({ httpApi: { path: '/a', method: 'get', authorizer } }),
      (authorizer: unknown) => ({ websocket: { route: '$connect', authorizer } }),
    );
    fc.assert(
      fc.property(event, value, (eventOf, authorizer) => {
        fc.pre(authorizer !== null);
        const functions = { f: { handler: 'a.b', events: [eventOf(authorizer)] } };
        const deployment = read({ service: 'shop', provider: { name: 'aws' }, functions });
        if (deployment instanceof TemplateError) return;
        expect(deployment.apis.flatMap((api) => api.routes).filter((route) => route.authorizer === undefined)).toEqual([]);
      }),
    );
  });

  test('has a route for each event of an API, or a finding', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (events) => {
        const written = {
          service: 'shop',
          provider: { name: 'aws' },
          functions: { f: { handler: 'a.b', events: events.map((http) => ({ http })) } },
        };
        const deployment = read(written);
        if (deployment instanceof TemplateError) return;
        const routes = deployment.apis.flatMap((api) => api.routes).filter(({ key }) => !key.startsWith('OPTIONS'));
        const reported = new Set(deployment.unsupported.map(({ where }) => where.split('.').slice(0, 4).join('.')));
        expect(routes.length + reported.size).toBeGreaterThanOrEqual(events.filter((event) => event !== null).length);
      }),
    );
  });
});
