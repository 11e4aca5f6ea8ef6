import * as schemas from 'apigw-proxy/schemas';
import { formBody, jsonBody, refineEvent, textBody } from 'apigw-proxy/schemas';
import fc from 'fast-check';
import * as z from 'zod';
import { isObject } from '../../src/http/is-object.js';
import { mutatedValue, validValue } from '../schemas/arbitrary.js';
import { shapes } from '../schemas/shapes.js';
import { type Subject, subject } from './subject.js';

/** What a schema says of a value: what it returns, or its issues. */
function verdictOf({ success, data, error }: z.ZodSafeParseResult<unknown>): unknown {
  return success ? { data: sortKeys(data) } : { issues: sortKeys(error.issues) };
}

/** zod puts the keys of a refined event in the order of its schemas. The fast path leaves them where they are. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, sortKeys(value[name])]);
}

const shapeSubjects = shapes.map(({ name, schema }) =>
  subject(
    `schema of ${name}`,
    fc.oneof(validValue(schema), mutatedValue(schema)),
    (value) => schema.safeParse(value).success,
    async (value) => (await schema.safeParseAsync(value)).success, // an asynchronous parse skips the fast path
    1 / 4,
  ),
);

const Id = z.object({ id: z.coerce.number() });
const REFINEMENTS = {
  body: { body: jsonBody(z.object({ name: z.string().trim() }).optional()) },
  maps: { pathParameters: Id.nullish(), queryStringParameters: z.looseObject({}), headers: z.record(z.string(), z.string()).optional() },
  form: { body: formBody(z.looseObject({})), stageVariables: z.object({ level: z.string().default('info') }) },
  authorizer: { body: textBody(z.string().optional()), authorizer: z.looseObject({}).optional().catch({ tenant: 'none' }) },
};
const EVENTS = {
  REST: schemas.APIGatewayProxyEventSchema,
  '2.0': schemas.APIGatewayProxyEventV2Schema,
  'function URL': schemas.LambdaFunctionURLEventSchema,
  'any HTTP': z.union([schemas.APIGatewayProxyEventSchema, schemas.LambdaFunctionURLEventSchema, schemas.APIGatewayProxyEventV2Schema]),
};
const BODY = fc.constantFrom(
  '{"name":" Ada "}',
  '{"name":1}',
  '{',
  '{"__proto__":1}',
  'eyJuYW1lIjoiQWRhIn0=',
  'name=a&name=b',
  '',
  null,
  5,
);

/** Events of any of the three kinds, some of them broken, with bodies that the schemas read. */
const EVENT = fc
  .tuple(
    fc.oneof(
      ...[EVENTS.REST, EVENTS['2.0'], EVENTS['function URL']].flatMap((schema): fc.Arbitrary<unknown>[] => [
        validValue(schema),
        mutatedValue(schema),
      ]),
    ),
    BODY,
    fc.boolean(),
  )
  .map(([value, body, hasBody]) => (hasBody && isObject(value) ? { ...value, body } : value));

const refinedSubjects = Object.entries(EVENTS).flatMap(([kind, schema]) =>
  Object.entries(REFINEMENTS).map(([name, fields]) => {
    const refined = refineEvent(schema as z.ZodType, fields as object) as unknown as z.ZodPipe;
    const plain = z.pipe(refined.def.in as z.ZodType, refined.def.out as z.ZodType);
    return subject(
      `refined ${kind} event, ${name}`,
      EVENT,
      (value) => verdictOf(refined.safeParse(value)),
      (value) => verdictOf(plain.safeParse(value)),
      1 / 4,
    );
  }),
);

/** The schemas, and refined ones. */
export const schemaSubjects: readonly Subject[] = [...shapeSubjects, ...refinedSubjects];
