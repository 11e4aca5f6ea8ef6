import { buildHttpEvent } from 'apigw-proxy';
import { APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from 'apigw-proxy/schemas';
import * as z from 'zod';
import { equal } from './equal.js';

/** Parses an event, refines one, and reads why zod rejects one. */
export function runSchemas(): void {
  const event = buildHttpEvent({ json: { name: 'Ada' } });
  equal(APIGatewayProxyEventV2Schema.parse(event), event);
  const Named = refineEvent(APIGatewayProxyEventV2Schema, { body: jsonBody(z.object({ name: z.string() })) });
  equal(Named.parse(event).body.name, 'Ada');
  const { error } = APIGatewayProxyEventV2Schema.safeParse({ ...event, rawPath: 5 });
  equal(error?.issues[0]?.path, ['rawPath']);
}
