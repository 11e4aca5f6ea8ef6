// Copied into a project beside a version of zod, and compiled there with `skipLibCheck: false`.
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyWebsocketEvent, LambdaFunctionURLEvent } from 'apigw-proxy';
import * as schemas from 'apigw-proxy/schemas';
import * as z from 'zod/v4';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const fits: [
  Fits<z.output<typeof schemas.APIGatewayProxyEventSchema>, APIGatewayProxyEvent>,
  Fits<z.output<typeof schemas.APIGatewayProxyEventV2Schema>, APIGatewayProxyEventV2>,
  Fits<z.output<typeof schemas.APIGatewayProxyWebsocketEventSchema>, APIGatewayProxyWebsocketEvent>,
  Fits<z.output<typeof schemas.LambdaFunctionURLEventSchema>, LambdaFunctionURLEvent>,
] = [true, true, true, true];

const Update = schemas.refineEvent(schemas.APIGatewayProxyEventV2Schema, {
  body: schemas.jsonBody(z.object({ name: z.string() })),
  pathParameters: z.object({ id: z.coerce.number() }),
});
export const refined: [
  Equal<z.output<typeof Update>['body']['name'], string>,
  Equal<z.output<typeof Update>['pathParameters']['id'], number>,
  Equal<Required<z.output<typeof schemas.APIGatewayProxyEventV2Schema>>['cookies'], string[]>,
] = [true, true, true];

// @ts-expect-error: a field that no event has
schemas.refineEvent(schemas.APIGatewayProxyEventV2Schema, { misspelled: z.string() });
