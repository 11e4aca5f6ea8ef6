import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isRenderCase } from '../../src/conformance/stack/seen-case.js';
import { eventOfCase } from '../conformance/request-case.js';
import { compilePrograms } from './install.js';
import type { Case } from './peer.js';
import type { Known } from './processes/builders.js';
import { runProgram } from './run-program.js';
import { type CaseScore, scoreEvent, scoreFailure } from './score.js';

/** Lets a builder make the event of each case, from what a test author knows. */
export async function playBuilder(name: string, cases: readonly Case[], home: string): Promise<readonly CaseScore[]> {
  await compilePrograms(home);
  const requests = cases.filter((given): given is RequestCase => !isRenderCase(given));
  const answers = await runProgram<unknown>(home, 'builders', name, requests.map(knownOf));
  return requests.map((given, index) => {
    const answer = answers[index];
    return answer && 'value' in answer ? scoreEvent(given, answer.value) : scoreFailure(given, answer?.error ?? 'no answer');
  });
}

/** Returns what a test author knows of a request: decoded where the package wants values. */
export function knownOf(given: RequestCase): Known {
  const { api, stage, route, request } = given;
  const { method, path = '/', rawQuery = '', headers = [], bodyText, bodyBase64 } = request;
  const isPayload2 = api === 'http-2.0';
  const cookies = isPayload2 ? headers.filter(isCookie).flatMap(([, value]) => value.split(/; */)) : [];
  return {
    target: api,
    method,
    path: api === 'rest' ? path.replace(`/${stage}`, '') || '/' : path,
    route,
    rawQuery,
    pathParameters: (eventOfCase(given) as { readonly pathParameters?: Known['pathParameters'] | null }).pathParameters ?? {},
    cookies,
    headers: Object.fromEntries(headers.filter((field) => !(isPayload2 && isCookie(field)))),
    query: Object.fromEntries(new URLSearchParams(rawQuery)),
    body: (bodyBase64 ?? bodyText) || null,
    isBase64Encoded: bodyBase64 !== undefined,
  };
}

function isCookie([name]: readonly [name: string, value: string]): boolean {
  return name.toLowerCase() === 'cookie';
}
