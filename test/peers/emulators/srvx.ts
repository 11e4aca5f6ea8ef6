import { requestForResult, requestOfCase } from '../../../src/conformance/play/case-request.js';
import { isRenderCase } from '../../../src/conformance/stack/seen-case.js';
import { compilePrograms } from '../install.js';
import type { Case } from '../peer.js';
import type { Call, Called } from '../processes/emulators.js';
import { runProgram } from '../run-program.js';
import { type CaseScore, scoreEvent, scoreFailure, scoreResponse } from '../score.js';

const BASE = new URL('http://127.0.0.1');

/** Calls the function `invokeLambdaHandler` of srvx: no server is needed. */
export async function playSrvx(cases: readonly Case[], home: string): Promise<readonly CaseScore[]> {
  await compilePrograms(home);
  const answers = await runProgram<Called>(home, 'emulators', 'srvx', cases.map(callOf));
  return cases.map((given, index) => {
    const answer = answers[index];
    if (answer === undefined || 'error' in answer) return scoreFailure(given, answer?.error ?? 'no answer');
    const { event, status, headers, bodyBase64 } = answer.value;
    return isRenderCase(given)
      ? scoreResponse(given, { status, headers, body: Buffer.from(bodyBase64, 'base64') })
      : scoreEvent(given, event);
  });
}

function callOf(given: Case): Call {
  const isResult = isRenderCase(given);
  const { method, target, headers, body } = isResult ? requestForResult(given, BASE) : requestOfCase(given, BASE);
  return {
    method,
    url: `${BASE.origin}${target}`,
    headers,
    bodyBase64: Buffer.from(body).toString('base64'),
    result: isResult ? given.lambdaResult : { statusCode: 200 },
  };
}
