import fc from 'fast-check';
import { type CustomIntegration, renderCustomResult, toCustomEvent } from '../../../src/custom/index.js';
import { parseTemplate } from '../../../src/custom/vtl/parse-template.js';
import { brokenTemplate, template } from '../drawn.js';
import { run } from '../run.js';
import { bytes } from './hostile.js';
import { TEMPLATES } from './templates.js';

/** What a run of the fuzzer found. */
export interface Report {
  draws: number;
  /** How often each issue was found. */
  readonly issues: Record<string, number>;
  /** The longest time that one integration took, in milliseconds. */
  slowest: number;
  /** The most characters that one template printed. */
  longest: number;
}

const GATEWAY = { target: 'rest', stage: 'prod', stageVariables: { s: 't' }, authorizer: { lambda: { context: { k: 'v' } } } } as const;

/**
 * Sends each drawn body through ten templates, and through a whole integration with one of them, as a request and as an output. Throws if
 * anything but an issue comes out.
 */
export function fuzzBodies(draws: number, seed: number): Report {
  const parsed = TEMPLATES.map((template) => [template, parseTemplate(template)] as const);
  return fuzz(fc.tuple(fc.constantFrom(...TEMPLATES), bytes), draws, seed, (body) => {
    const text = new TextDecoder().decode(body);
    for (const [template, nodes] of parsed) run({ ...VARIABLES, template, body: text }, nodes);
  });
}

const VARIABLES = {
  params: { path: {}, querystring: { a: 'b' }, header: { 'X-A': 'b' } },
  context: { a: { b: 'c' } },
  stageVariables: { s: 't' },
};

const BODY = new TextEncoder().encode(
  '{"a":{"b":[1,"x"]},"b":"it\'s","list":[1,"b",{"a":1,"k":null}],"map":{"k":"v","n":2},"text":"a,b c","n":7,"__proto__":{"polluted":true}}',
);

/** Runs drawn templates over one body. Throws if anything but an issue comes out. */
export function fuzzTemplates(draws: number, seed: number): Report {
  const drawn = fc.oneof({ weight: 3, arbitrary: template }, { weight: 2, arbitrary: brokenTemplate });
  return fuzz(fc.tuple(drawn, fc.constant(BODY)), draws, seed);
}

const AT_ONCE = 10_000;

function fuzz(drawn: fc.Arbitrary<[string, Uint8Array]>, draws: number, seed: number, before?: (body: Uint8Array) => void): Report {
  const report: Report = { draws: 0, issues: {}, slowest: 0, longest: 0 };
  const untouched = prototypes();
  for (let done = 0; done < draws; done += AT_ONCE) {
    for (const [text, body] of fc.sample(drawn, { numRuns: Math.min(AT_ONCE, draws - done), seed: seed + done })) {
      try {
        before?.(body);
        send(text, body, report);
        if (prototypes() !== untouched) throw new Error('a prototype changed');
      } catch (error) {
        throw new Error(`${JSON.stringify(text)}\nover ${JSON.stringify(new TextDecoder().decode(body))}`, { cause: error });
      }
    }
  }
  return report;
}

function send(text: string, body: Uint8Array, report: Report): void {
  const start = performance.now();
  const templates = { 'application/json': text };
  const integration: CustomIntegration = {
    integration: 'custom',
    requestTemplates: templates,
    responses: [
      { statusCode: 200, responseTemplates: templates },
      { statusCode: 500, selectionPattern: '.*x.*' },
    ],
  };
  const request = { method: 'POST', target: '/prod/users/1?a=b&n=5', headers: [['X-A', 'b'] as const], body };
  const { event, payload = '', response, overrides, issues } = toCustomEvent(request, integration, GATEWAY);
  if ((event === undefined) !== (response !== undefined)) throw new Error('either an event or a response');
  const output = new TextDecoder().decode(body);
  const answer = renderCustomResult({ payload: output }, integration, GATEWAY, request, overrides);
  for (const { code } of [...issues, ...answer.issues]) report.issues[code] = (report.issues[code] ?? 0) + 1;
  report.draws += 1;
  report.slowest = Math.max(report.slowest, performance.now() - start);
  report.longest = Math.max(report.longest, payload.length, answer.body.length);
}

/** Everything that a polluted prototype could have gained. */
function prototypes(): string {
  return [Object, Array, String, Number, Boolean, Function, Map, Set, Promise, RegExp, Uint8Array]
    .map(({ prototype }) => Reflect.ownKeys(prototype).length)
    .join();
}
