// Copied into a project beside a version of zod, and run there by Node.js: what every supported version has to do.
import assert from 'node:assert/strict';
import { buildHttpEvent, buildRestEvent, isAPIGatewayProxyEventV2 } from 'apigw-proxy';
import * as schemas from 'apigw-proxy/schemas';
import * as z from 'zod/v4';

const { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, jsonBody, refineEvent } = schemas;
const event = buildHttpEvent({ route: 'POST /users/{id}', pathParameters: { id: 7 }, json: { name: 'Ada' }, headers: { Accept: '*/*' } });

// The guard is the fast path, also inside of another schema.
assert.equal(APIGatewayProxyEventV2Schema.parse(event), event);
assert.equal(APIGatewayProxyEventV2Schema.safeParse(event).data, event);
assert.equal(z.union([APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema]).parse(event), event);
assert.equal(APIGatewayProxyEventV2Schema['~standard'].validate(event).value, event);
assert.deepEqual(await APIGatewayProxyEventV2Schema.parseAsync(event), event);

// zod explains what the guard rejects.
const { error } = APIGatewayProxyEventV2Schema.safeParse({ ...event, cookies: undefined });
assert.deepEqual(
  error?.issues.map(({ path, message }) => [path.join('.'), message]),
  [['cookies', 'Invalid input: expected array, received undefined']],
);

// The guard and zod agree on every field: left out, `undefined`, or of another type.
const fieldsOf = (value) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
for (const [holder, keyOfHolder] of [
  [event, undefined],
  [event.requestContext, 'requestContext'],
  [event.requestContext.http, 'http'],
]) {
  for (const key of [...fieldsOf(holder), 'cookies', 'authentication']) {
    for (const value of [undefined, null, 1, 'text', [], ['a'], [1], {}, { a: 1 }, { a: 'a' }]) {
      const changed = structuredClone(event);
      const place = { requestContext: changed.requestContext, http: changed.requestContext.http }[keyOfHolder] ?? changed;
      place[key] = value;
      const { success } = await APIGatewayProxyEventV2Schema.safeParseAsync(changed);
      assert.equal(success, isAPIGatewayProxyEventV2(changed), `${keyOfHolder}.${key} = ${JSON.stringify(value)}`);
    }
  }
}

// Events can be refined and extended.
const Update = refineEvent(APIGatewayProxyEventV2Schema, {
  body: jsonBody(z.object({ name: z.string() })),
  pathParameters: z.object({ id: z.coerce.number() }),
  queryStringParameters: z.object({ notify: z.stringbool().default(false) }),
});
const { body, pathParameters, queryStringParameters } = Update.parse(event);
assert.deepEqual([body.name, pathParameters.id, queryStringParameters.notify], ['Ada', 7, false]);
const optional = refineEvent(APIGatewayProxyEventV2Schema, { queryStringParameters: z.object({ a: z.string() }).optional() });
assert.equal('queryStringParameters' in optional.parse(buildHttpEvent()), false);
const extended = APIGatewayProxyEventSchema.extend({ body: z.string().transform((text) => text.length) });
assert.equal(extended.parse(buildRestEvent({ body: 'abc' })).body, 3);
for (const [name, schema] of Object.entries(schemas)) if (name.endsWith('Schema')) z.toJSONSchema(schema);

console.log('done');
