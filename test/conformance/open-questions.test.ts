import { type RenderCase, type RequestCase, readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { expect, test } from 'vitest';
import { isObserved } from '../../src/conformance/cases/any-case.js';
import { whyUnseen } from '../../src/conformance/stack/seen-case.js';

const HEAD = `# Open questions

Nobody has recorded these cases on AWS. This library follows AWS's pages (documented), one of several sources that disagree (conflicting),
emulators (emulator) or a similar rule (inferred).
[Recorded cases](conformance.md#record-aws-in-ten-minutes) shows how to record them; \`apigw-proxy conformance --case ID\` plays one. Cases without an answer over HTTP say what they need.

| case | target | evidence | source or note |
| --- | --- | --- | --- |
`;

test('docs/open-questions.md lists every case that nobody has recorded; `vitest -u` updates it', async () => {
  const open = [...readRenderCases(), ...readRequestCases()].filter((given) => !isObserved(given));
  await expect(`${HEAD}${open.map(rowOf).join('')}`).toMatchFileSnapshot('../../docs/open-questions.md');
});

function rowOf(given: RenderCase | RequestCase): string {
  const reason = whyUnseen(given);
  const asked = [given.note ?? given.source, ...(reason === undefined ? [] : [`(${reason})`])].join(' ');
  const text = asked.replaceAll(/[|*]/g, '\\$&').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');
  return `| \`${given.id}\` | ${given.api} | ${given.evidence.toLowerCase()} | ${text} |\n`;
}
