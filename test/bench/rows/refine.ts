import { JSONStringified } from '@aws-lambda-powertools/parser/helpers';
import { APIGatewayProxyEventV2Schema as PeerHttp, APIGatewayProxyEventSchema as PeerRest } from '@aws-lambda-powertools/parser/schemas';
import { buildHttpEvent, buildRestEvent } from 'apigw-proxy';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from 'apigw-proxy/schemas';
import * as z from 'zod';
import { type Contender, type Group, limit, ours, peer } from './group.js';
import { RICH, received } from './inputs.js';
import { zodSchema } from './peer-schemas.js';
import { HTTP, REST, type Shape } from './shapes.js';
import { JSON_PARSE } from './validate.js';

interface Parser {
  parse(value: unknown): unknown;
  safeParse(value: unknown): { readonly success: boolean };
}

const BODY = z.object({ text: z.string(), list: z.array(z.number()) });
const FIELDS = { pathParameters: z.object({ id: z.coerce.number() }), queryStringParameters: z.object({ full: z.stringbool() }) };

/** The schema with a JSON body in the ways of this library, of powertools and of zod. */
interface Kind {
  readonly name: string;
  readonly event: () => { readonly body?: string | null };
  readonly refined: () => Parser;
  readonly refinedMore: () => Parser;
  readonly extended: () => Parser;
  readonly shape: Shape;
}

const KINDS: readonly Kind[] = [
  {
    name: 'REST event',
    event: () => buildRestEvent(RICH),
    refined: () => refineEvent(APIGatewayProxyEventSchema, { body: jsonBody(BODY) }),
    refinedMore: () => refineEvent(APIGatewayProxyEventSchema, { body: jsonBody(BODY), ...FIELDS }),
    extended: () => PeerRest.extend({ body: JSONStringified(BODY) }),
    shape: REST,
  },
  {
    name: 'payload 2.0 event',
    event: () => buildHttpEvent(RICH),
    refined: () => refineEvent(APIGatewayProxyEventV2Schema, { body: jsonBody(BODY) }),
    refinedMore: () => refineEvent(APIGatewayProxyEventV2Schema, { body: jsonBody(BODY), ...FIELDS }),
    extended: () => PeerHttp.extend({ body: JSONStringified(BODY) }),
    shape: HTTP,
  },
];

export const refineGroups: readonly Group[] = KINDS.flatMap((kind) => [
  group(`Parse a ${kind.name} with a JSON body`, kind, (event) => event),
  group(`Refuse a ${kind.name} with a wrong JSON body`, kind, (event) => ({ ...event, body: '{"text":1}' })),
]);

function group(name: string, kind: Kind, change: (event: { readonly body?: string | null }) => object): Group {
  const prepare = async (): Promise<readonly Contender[]> => {
    const event = received(change(kind.event()));
    const [text, body] = [JSON.stringify(event), 'body' in event && typeof event.body === 'string' ? event.body : ''];
    const parse = (schema: Parser) => () => schema.safeParse(event).success;
    const valid = name.startsWith('Parse');
    const works = (success: unknown): boolean => success === valid;
    const plain = (zodSchema(kind.shape) as z.ZodObject).extend({ body: z.string().transform(parseJson).pipe(BODY) }); // it is an object
    return [
      limit(JSON_PARSE, () => JSON.parse(text)),
      limit('only the body: JSON.parse and zod', () => BODY.safeParse(JSON.parse(body)).success, works),
      ours('refineEvent', parse(kind.refined()), works),
      ours('refineEvent with path and query, too', parse(kind.refinedMore()), works),
      peer('@aws-lambda-powertools/parser extend', parse(kind.extended()), works),
      peer('zod', parse(plain), works),
    ];
  };
  return { name, topic: 'validate', base: JSON_PARSE, prepare };
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}
