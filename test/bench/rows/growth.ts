import {
  buildHttpEvent,
  cookies,
  findRoute,
  type HttpField,
  isAPIGatewayProxyEventV2,
  query,
  renderResult,
  toEvent,
  toHttp1Bytes,
} from 'apigw-proxy';
import { APIGatewayProxyEventV2Schema, formBody, jsonBody, refineEvent } from 'apigw-proxy/schemas';
import * as z from 'zod';
import { type Group, ours } from './group.js';
import { headers, numbers, received } from './inputs.js';

/** What grows, in which sizes, and the calls whose cost is measured. */
export interface Growth {
  readonly axis: string;
  readonly sizes: readonly number[];
  readonly series: Readonly<Record<string, (size: number) => () => unknown>>;
}

const GATEWAY = { target: 'http-2.0' } as const;
const COUNTS = [1, 10, 100, 1000];

export const growths: readonly Growth[] = [
  {
    axis: 'headers',
    sizes: COUNTS,
    series: {
      toEvent: (size) => () => toEvent(request({ headers: Object.entries(headers(size)) }), GATEWAY),
      builder: withInput(headers, (fields) => buildHttpEvent({ headers: fields })),
      guard: withInput((size) => received(buildHttpEvent({ headers: headers(size) })), isAPIGatewayProxyEventV2),
      renderResult: withInput(headers, (fields) => toHttp1Bytes(renderResult({ statusCode: 200, headers: fields }, GATEWAY))),
    },
  },
  {
    axis: 'bytes of the body',
    sizes: [100, 1000, 10_000, 100_000, 1_000_000],
    series: {
      toEvent: withInput(textRequest, (sent) => toEvent(sent, GATEWAY)),
      'renderResult, text': withInput(
        (size) => 'x'.repeat(size),
        (body) => toHttp1Bytes(renderResult({ statusCode: 200, body }, GATEWAY)),
      ),
      'renderResult, base64': withInput(base64, (body) =>
        toHttp1Bytes(renderResult({ statusCode: 200, body, isBase64Encoded: true }, GATEWAY)),
      ),
      guard: withInput((size) => received(buildHttpEvent({ method: 'POST', body: 'x'.repeat(size) })), isAPIGatewayProxyEventV2),
    },
  },
  {
    axis: 'routes',
    sizes: COUNTS,
    series: {
      findRoute: withInput(
        (size) => Object.freeze(numbers(size).map((index) => `GET /r${index}/{id}`)),
        (routes) => findRoute({ method: 'GET', target: `/r${routes.length - 1}/7`, headers: [] }, routes, GATEWAY),
      ),
    },
  },
  {
    axis: 'cookies',
    sizes: COUNTS,
    series: {
      builder: withInput(cookieList, (list) => buildHttpEvent({ cookies: list })),
      cookies: withInput(
        (size) => received(buildHttpEvent({ cookies: cookieList(size) })),
        (event) => cookies(event),
      ),
      renderResult: withInput(cookieList, (list) => toHttp1Bytes(renderResult({ statusCode: 200, cookies: list }, GATEWAY))),
    },
  },
  {
    axis: 'fields of the body or query',
    sizes: COUNTS,
    series: {
      'query of a builder': withInput(queryOf, (record) => buildHttpEvent({ query: record })),
      'query accessor': withInput(
        (size) => received(buildHttpEvent({ query: queryOf(size) })),
        (event) => query(event),
      ),
      jsonBody: withInput(jsonEvent, (event) => JSON_SCHEMA.parse(event)),
      formBody: withInput(formEvent, (event) => FORM_SCHEMA.parse(event)),
    },
  },
];

const JSON_SCHEMA = refineEvent(APIGatewayProxyEventV2Schema, { body: jsonBody(z.record(z.string(), z.string())) });
const FORM_SCHEMA = refineEvent(APIGatewayProxyEventV2Schema, { body: formBody(z.record(z.string(), z.string())) });

export const growthGroups: readonly Group[] = growths.map((growth) => ({
  name: nameOfGrowth(growth),
  topic: 'growth',
  base: pointName(Object.keys(growth.series)[0] ?? '', growth.sizes[0] ?? 0),
  prepare: async () =>
    Object.entries(growth.series).flatMap(([name, prepare]) => growth.sizes.map((size) => ours(pointName(name, size), prepare(size)))),
}));

export function nameOfGrowth({ axis }: Growth): string {
  return `Growth over ${axis}`;
}

/** The contender's name for one point of a plot. */
export function pointName(series: string, size: number): string {
  return `${series}, ${size}`;
}

function withInput<T>(inputOf: (size: number) => T, use: (input: T) => unknown): (size: number) => () => unknown {
  return (size) => {
    const input = inputOf(size);
    return () => use(input);
  };
}

function request({ headers: fields = [] as HttpField[], body = new Uint8Array(0) }): {
  method: string;
  target: string;
  headers: HttpField[];
  body: Uint8Array;
} {
  return { method: 'POST', target: '/users/42', headers: [['Host', 'example.com'], ...fields], body };
}

function textRequest(size: number): ReturnType<typeof request> {
  return request({ headers: [['Content-Type', 'text/plain']], body: new Uint8Array(size).fill(120) });
}

function base64(size: number): string {
  return Buffer.alloc(Math.ceil(size * 0.75), 7).toString('base64');
}

function cookieList(size: number): string[] {
  return numbers(size).map((index) => `name${index}=value${index}`);
}

function queryOf(size: number): Record<string, string> {
  return Object.fromEntries(numbers(size).map((index) => [`name${index}`, `value ${index}`]));
}

function jsonEvent(size: number): unknown {
  return received(buildHttpEvent({ method: 'POST', json: queryOf(size) }));
}

function formEvent(size: number): unknown {
  return received(buildHttpEvent({ method: 'POST', form: queryOf(size) }));
}
