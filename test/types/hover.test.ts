import { resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { testOptions } from './language.js';

/** A program as a user writes it. The editor shows a text for the word before each mark. */
const PROGRAM = `
import {
  type APIGatewayCognitoAuthorizerContext, type APIGatewayProxyEvent, type APIGatewayProxyEventV2, type APIGatewayProxyHandlerV2,
  type LambdaFunctionURLEvent, buildHttpEvent, buildRestEvent, header,
} from '../../src/index.js';
import { APIGatewayProxyEventV2Schema, jsonBody, refineEvent } from '../../src/schemas/index.js';
import * as z from 'zod/v4';

export function read(
  rest/*1*/: APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>,
  http/*2*/: APIGatewayProxyEventV2,
  routed/*3*/: APIGatewayProxyEventV2<never, 'GET /users/{id}'>,
  url/*4*/: LambdaFunctionURLEvent,
): unknown {
  return [http.rawPath/*5*/, rest.requestContext/*6*/, url, routed];
}
const AddNote = refineEvent(APIGatewayProxyEventV2Schema, { body: jsonBody(z.object({ text: z.string() })) });
const note/*7*/ = AddNote.parse(0);
export const text = [note.body/*8*/, note.rawQueryString/*9*/, note.requestContext.apiId/*10*/];
const built/*11*/ = buildHttpEvent/*12*/({ route: 'GET /users/{id}', pathParameters: { id: 1 } });
export const parts = [built.pathParameters/*13*/, buildRestEvent/*14*/(), header/*15*/(built, 'accept')];
export const handler/*16*/: APIGatewayProxyHandlerV2 = async () => 'ok';
export const posted = buildHttpEvent({ method/*17*/: 'P/*18*/' });
`;

const FILE = resolve('test/types/hover-probe.ts');

/** What an editor shows: the text of the type, and the first sentence of the comment. */
interface Hover {
  readonly type: string;
  readonly sentence: string;
}

describe('the editor', () => {
  let hovers: ReadonlyMap<number, Hover>;
  beforeAll(() => {
    hovers = readHovers();
  }, 120_000);

  test.each<[mark: number, type: string, sentence: string]>([
    [1, '(parameter) rest: APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext, string, APIGatewayEventIdentity>', ''],
    [2, '(parameter) http: APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>', ''],
    [3, '(parameter) routed: APIGatewayProxyEventV2WithParameters<never, "GET /users/{id}">', ''],
    [4, '(parameter) url: LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer | undefined>', ''],
    [
      5,
      '(property) APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>.rawPath: string',
      'The request path, percent-decoded despite its name.',
    ],
    [
      6,
      '(property) APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext, string, APIGatewayEventIdentity>.requestContext: APIGatewayEventRequestContextWithAuthorizer<APIGatewayCognitoAuthorizerContext, APIGatewayEventIdentity>',
      'Metadata about the request: who sent it, when, and to which API.',
    ],
    [
      7,
      'const note: RefinedEvent<APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>, {\n    body: BodySchema<{\n        text: string;\n    }>;\n}>',
      '',
    ],
    [8, '(property) body: {\n    text: string;\n}', 'The body as text, or as base64 if `isBase64Encoded` is true.'],
    [9, '(property) rawQueryString: string', "The query exactly as sent, without `?`; `''` without a query."],
    [10, '(property) APIGatewayEventRequestContextV2WithoutAuthorizer.apiId: string', 'Id of the API: ten characters of `a-z0-9`.'],
    [11, 'const built: BuiltHttpEvent<NoAuthorizerV2, "GET /users/{id}", never>', ''],
    [
      12,
      '(alias) buildHttpEvent<"GET /users/{id}", undefined, undefined>(init?: RoutedInit<"http-2.0", "GET /users/{id}", undefined, undefined> | undefined): BuiltHttpEvent<NoAuthorizerV2, "GET /users/{id}", never>\nimport buildHttpEvent',
      'Builds the complete event that an HTTP API with payload format 2.0 sends for a request.',
    ],
    [
      13,
      '(property) BuiltHttpEvent<NoAuthorizerV2, "GET /users/{id}", never>.pathParameters: {\n    id: string;\n}',
      'The path parameters, percent-decoded.',
    ],
    [
      14,
      '(alias) buildRestEvent<never, undefined, undefined>(init?: RoutedInit<"rest", never, undefined, undefined> | undefined): BuiltRestEvent<NoAuthorizerV1, string, BuiltAnonymousIdentity>\nimport buildRestEvent',
      'Builds the complete event that a REST API sends for a request.',
    ],
    [
      15,
      '(alias) header(event: EventHeaders, name: string): string | undefined\nimport header',
      'Returns the value of a header, whatever case the client used.',
    ],
    [16, 'const handler: APIGatewayProxyHandlerV2', ''],
    [17, '(property) method?: AnyMethod', 'The method.'],
  ])('shows a short type and its comment: mark %i', (mark, type, sentence) => {
    expect(hovers.get(mark)).toEqual({ type, sentence });
  });

  test('shows no type in more than eight lines', () => {
    expect([...hovers.values()].filter(({ type }) => type.split('\n').length > 8)).toEqual([]);
  });

  test('suggests the usual methods, and no name of another package', () => {
    const { entries = [] } = service.getCompletionsAtPosition(FILE, PROGRAM.indexOf('/*18*/'), undefined) ?? {};
    expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['DELETE', 'GET', 'POST']));
    expect([...hovers.values()].filter(({ type }) => /LiteralUnion|IsNever/.test(type))).toEqual([]);
  });

  test('marks a misnamed option as deprecated, and suggests the right one', () => {
    const entries = service.getCompletionsAtPosition(FILE, PROGRAM.indexOf('method/*17*/'), undefined)?.entries ?? [];
    const isDeprecated = (name: string): boolean | undefined =>
      entries.find((entry) => entry.name === name)?.kindModifiers?.includes('deprecated');
    expect([isDeprecated('httpMethod'), isDeprecated('path')]).toEqual([true, false]);
  });

  test('shows the example of a builder at its call', () => {
    expect(tagsAt(12)).toContain('example');
  });
});

const service = ts.createLanguageService({
  getCompilationSettings: testOptions,
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => '1',
  getScriptSnapshot: (path) => {
    const text = path === FILE ? PROGRAM : ts.sys.readFile(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => resolve('.'),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (path) => path === FILE || ts.sys.fileExists(path),
  readFile: ts.sys.readFile,
});

function infoAt(mark: number): ts.QuickInfo | undefined {
  return service.getQuickInfoAtPosition(FILE, PROGRAM.indexOf(`/*${mark}*/`) - 1);
}

function tagsAt(mark: number): string[] {
  return (infoAt(mark)?.tags ?? []).map(({ name }) => name);
}

function readHovers(): Map<number, Hover> {
  const marks = Array.from(PROGRAM.matchAll(/\/\*(\d+)\*\//g), ([, mark]) => Number(mark));
  return new Map(
    marks.map((mark) => {
      const info = infoAt(mark);
      const comment = ts.displayPartsToString(info?.documentation).replaceAll('\n', ' ');
      return [mark, { type: ts.displayPartsToString(info?.displayParts), sentence: /^.*?\.(?= |$)|^/.exec(comment)?.[0] ?? '' }];
    }),
  );
}
