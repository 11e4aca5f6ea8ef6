import { readFileSync } from 'node:fs';
import type { RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { judgePermissionCase, type PermissionCase } from './permission-case.js';
import { judgeRenderCase } from './render-case.js';
import { judgeReport, kindOfReport, type ReportCase } from './report-case.js';
import { judgeRequestCase } from './request-case.js';
import { isTemplateCase, judgeTemplateCase, listOf, readTemplateCases } from './template-case.js';
import type { Verdict } from './verdict.js';

/** Paths of the files with cases. */
export const OPEN_CASES: readonly string[] = [
  'request-cases.json',
  'render-cases.json',
  'permission-cases.json',
  'report-cases.json',
  'template-cases.json',
].map((name) => new URL(`data/${name}`, import.meta.url).pathname);

/** A verdict, and the kind of the case in words. */
export interface JudgedCase extends Verdict {
  readonly kind: string;
}

/** A case that is judged when it is wanted. */
export interface PendingCase {
  readonly id: string;
  readonly judge: () => Promise<JudgedCase>;
}

/** Reads a file with an array of cases of any kind, and judges each case. */
export async function judgeFile(path: string): Promise<JudgedCase[]> {
  const verdicts: JudgedCase[] = [];
  // One after the other: some of them open threads, and run into time limits when the machine is busy.
  for (const { judge } of readCases(path)) verdicts.push(await judge());
  return verdicts;
}

/** Reads a file with an array of cases of any kind. */
export function readCases(path: string): PendingCase[] {
  const text = readFileSync(path, 'utf8');
  const cases = listOf(JSON.parse(text));
  return cases.some(isTemplateCase)
    ? readTemplateCases(text).map((one) => ({ id: one.id, judge: async () => ({ ...judgeTemplateCase(one), kind: 'mapping template' }) }))
    : (cases as Case[]).map((one) => ({ id: one.id, judge: () => judgeCase(one) }));
}

type Case = RequestCase | RenderCase | PermissionCase | ReportCase;

async function judgeCase(one: Case): Promise<JudgedCase> {
  if ('kind' in one) return { ...(await judgeReport(one)), kind: kindOfReport(one) };
  if ('permission' in one) return { ...judgePermissionCase(one), kind: 'permission' };
  const isResult = 'lambdaResult' in one || !('route' in one);
  return isResult
    ? { ...judgeRenderCase(one as RenderCase), kind: 'result' }
    : { ...judgeRequestCase(one as RequestCase), kind: 'request' };
}
