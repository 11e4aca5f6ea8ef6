// The recorded cases, for authors of emulators and adapters: compare your own translations with them, or play them over HTTP. Node.js only.

export type { AnyCase } from './cases/any-case.js';
export { readRenderCases, readRequestCases } from './cases/read-cases.js';
export type {
  CaseExpectation,
  ErrorMark,
  RenderCase,
  RenderCaseRequest,
  RenderCaseSettings,
  StreamBytesMark,
  StreamMark,
} from './cases/render-case.js';
export type { RequestCase, RequestCaseRequest, RequestCaseSettings } from './cases/request-case.js';
export type { ReceivedResponse } from './compare/compare-response.js';
export { type PlayedConformance, type PlayOptions, playConformance } from './play/play-conformance.js';
export type { Recording } from './play/recording.js';
export { type CaseVerdict, type ConformanceOptions, type ConformanceReport, runConformance, type Translations } from './run-conformance.js';
export { conformanceStack } from './stack/stack-files.js';
