import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isRenderCase } from '../../src/conformance/stack/seen-case.js';
import { fetchHandler, type HttpEvent } from '../../src/index.js';
import { eventOfCase } from '../conformance/request-case.js';
import { compilePrograms } from './install.js';
import type { Case } from './peer.js';
import { type Answer, runProgram } from './run-program.js';
import { type CaseScore, scoreFailure } from './score.js';
import { type AdaptedEvent, keepsPath, scoreSeen } from './score-seen.js';
import type { Seen } from './seen.js';

/** What an adapter returns. */
interface Result {
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** Calls an adapter with the event of each case, and compares what its application sees with what the client sent. */
export async function playAdapter(name: string, cases: readonly Case[], home: string): Promise<readonly CaseScore[]> {
  await compilePrograms(home);
  const adapted = adaptedCases(cases);
  const answers = await runProgram<Result>(
    home,
    'adapters',
    name,
    adapted.map(({ event }) => event),
  );
  return adapted.map(({ given, event }, index) => scoreAnswer(given, event, answers[index] ?? { error: 'no answer' }));
}

/** Does the same with `fetchHandler` of this library. */
export async function playOwnAdapter(cases: readonly Case[]): Promise<readonly CaseScore[]> {
  const handler = fetchHandler(async (request) => {
    const { pathname, search } = new URL(request.url);
    const bodyBase64 = Buffer.from(await request.arrayBuffer()).toString('base64');
    return Response.json({ method: request.method, target: pathname + search, headers: Object.fromEntries(request.headers), bodyBase64 });
  });
  const scores: CaseScore[] = [];
  for (const { given, event } of adaptedCases(cases)) {
    const answer = await handler(event as Parameters<typeof handler>[0]).then(
      (value) => ({ value: value as Result }),
      (error: unknown) => ({ error: String(error) }),
    );
    scores.push(scoreAnswer(given, event, answer));
  }
  return scores;
}

interface Adapted {
  readonly given: RequestCase;
  readonly event: AdaptedEvent & HttpEvent;
}

/** Returns the events of cases. A case whose path AWS's event has lost is no question for an adapter. */
function adaptedCases(cases: readonly Case[]): readonly Adapted[] {
  return cases
    .filter((given): given is RequestCase => !isRenderCase(given))
    .map((given) => ({ given, event: eventOfCase(given) as AdaptedEvent & HttpEvent }))
    .filter(({ given, event }) => keepsPath(given, event));
}

function scoreAnswer(given: RequestCase, event: AdaptedEvent, answer: Answer<Result>): CaseScore {
  if ('error' in answer) return scoreFailure(given, answer.error);
  const { body, isBase64Encoded } = answer.value;
  try {
    return scoreSeen(given, event, JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body) as Seen);
  } catch {
    return scoreFailure(given, `the adapter answered ${JSON.stringify(answer.value).slice(0, 200)}`);
  }
}
