import { APIGatewayProxyEventV2Schema as PeerHttp, APIGatewayProxyEventSchema as PeerRest } from '@aws-lambda-powertools/parser/schemas';
import { buildHttpEvent, buildRestEvent, isAPIGatewayProxyEvent, isAPIGatewayProxyEventV2 } from 'apigw-proxy';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema } from 'apigw-proxy/schemas';
import { ajvCheck } from './ajv-check.js';
import { type Contender, type Group, limit, ours, peer } from './group.js';
import { isHttpEvent, isRestEvent } from './hand-guards.js';
import { LARGE, layoutsOf, RICH, received } from './inputs.js';
import { arktypeCheck, typeboxCheck, valibotCheck, zodSchema } from './peer-schemas.js';
import { HTTP, REST, type Shape } from './shapes.js';

type Check = (value: unknown) => boolean;

/** A zod schema, ours or another's. */
interface Parser {
  parse(value: unknown): unknown;
  safeParse(value: unknown): { readonly success: boolean };
}

/** What a group needs to know of a kind of event. */
interface Kind {
  readonly name: string;
  readonly guard: Check;
  readonly schema: Parser;
  readonly peer: Parser;
  readonly shape: Shape;
  readonly hand: Check;
  readonly rich: () => object;
  readonly large: () => object;
  readonly other: () => object;
}

const KINDS: readonly Kind[] = [
  {
    name: 'REST event',
    guard: isAPIGatewayProxyEvent,
    schema: APIGatewayProxyEventSchema,
    peer: PeerRest,
    shape: REST,
    hand: isRestEvent,
    rich: () => buildRestEvent(RICH),
    large: () => buildRestEvent(LARGE),
    other: () => buildHttpEvent(RICH),
  },
  {
    name: 'payload 2.0 event',
    guard: isAPIGatewayProxyEventV2,
    schema: APIGatewayProxyEventV2Schema,
    peer: PeerHttp,
    shape: HTTP,
    hand: isHttpEvent,
    rich: () => buildHttpEvent(RICH),
    large: () => buildHttpEvent(LARGE),
    other: () => buildRestEvent(RICH),
  },
];

export const JSON_PARSE = 'JSON.parse of the event';

export const validateGroups: readonly Group[] = KINDS.flatMap((kind) => [
  group(`Check a ${kind.name}`, kind, true, () => [kind.rich()]),
  group(`Check a ${kind.name} with 100 headers and a body of 1 MB`, kind, true, () => [kind.large()]),
  group(`Check ${kind.name}s in 30 layouts, through one call site`, kind, true, () => layoutsOf(kind.rich(), 30)),
  group(`Refuse a ${kind.name} with one wrong field`, kind, false, () => [withWrongStage(kind.rich())]),
  group(`Refuse another kind of event as a ${kind.name}`, kind, false, () => [kind.other()]),
]);

function withWrongStage(event: object): object {
  return { ...event, requestContext: { ...('requestContext' in event && (event.requestContext as object)), stage: 7 } }; // every event has it
}

function group(name: string, kind: Kind, valid: boolean, eventsOf: () => readonly object[]): Group {
  const prepare = async (): Promise<readonly Contender[]> => {
    const events = eventsOf().map(received);
    const texts = events.map((event) => JSON.stringify(event));
    const each = inTurn(events);
    const [parse, plain] = [valid ? parseWith : safeParseWith, zodSchema(kind.shape)];
    const result = (value: unknown): boolean => value === valid;
    const check = (accepts: Check): (() => unknown) => each(accepts);
    const installed = (accepts: Check | undefined): (() => unknown) | undefined => accepts && check(accepts);
    return [
      limit(JSON_PARSE, inTurn(texts)(JSON.parse)),
      limit('a guard written by hand', check(kind.hand), result),
      ours('guard', check(kind.guard), result),
      ours('schema', check(parse(kind.schema)), result),
      peer('@aws-lambda-powertools/parser', check(parse(kind.peer)), result),
      peer('zod', check(parse(plain)), result),
      peer('valibot', check(valibotCheck(kind.shape)), result),
      peer('arktype', check(arktypeCheck(kind.shape)), result),
      peer('typebox, compiled', installed(await typeboxCheck(kind.shape)), result),
      peer('ajv, standalone', installed(await ajvCheck(kind.shape)), result),
    ];
  };
  return { name, topic: 'validate', base: JSON_PARSE, prepare };
}

function parseWith(schema: Parser): Check {
  return (value) => schema.parse(value) !== undefined;
}

function safeParseWith(schema: Parser): Check {
  return (value) => schema.safeParse(value).success;
}

/** Returns what calls a function with the next value each time. */
function inTurn<T>(values: readonly T[]): (use: (value: T) => unknown) => () => unknown {
  return (use) => {
    const [only] = values;
    if (values.length === 1 && only !== undefined) return () => use(only);
    let next = 0;
    return () => {
      next = next + 1 === values.length ? 0 : next + 1;
      const value = values[next];
      return value === undefined ? undefined : use(value);
    };
  };
}
