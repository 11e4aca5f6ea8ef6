import { isHttpApi, type Target } from '../../aws/target.js';
import { describeValue } from '../../http/describe-value.js';
import { createDraft } from '../apis/draft.js';
import { finishApi } from '../apis/finish-api.js';
import type { DeployedApi, DeployedStage, Deployment } from '../deployment.js';
import { createFunctionTable } from '../functions/function-table.js';
import { evaluateAt } from '../intrinsics/evaluate.js';
import type { ReadTemplateOptions } from '../options.js';
import type { ReadContext } from '../read-context.js';
import { optional, type Place } from '../reading/place.js';
import { createReport } from '../reading/report.js';
import { openTemplate } from '../template/open-template.js';
import { TemplateError } from '../template-error.js';
import type { Source } from '../yaml/source.js';
import { findSigns } from './kind.js';
import type { OpenApiDocument } from './open-api-document.js';
import { addDocument, isOpenApi, titleOf } from './read-open-api.js';

/**
 * Reads a file with an OpenAPI document.
 *
 * @throws TemplateError if the document fits both a REST API and an HTTP API, and `target` doesn't say which.
 */
export function readOpenApiFile(source: Source, context: ReadContext): Deployment {
  const { options } = context;
  const { report, findings } = createReport(source.lineOf);
  for (const { path, what } of source.notes) report.unsupported(path, what);
  const place: Place = { path: [], report };
  const root = isOpenApi(source.value) ? source.value : {};
  const kind = options.target === undefined ? findKind(root, source) : kindOfTarget(options.target, root, source.file);
  const { scope } = openTemplate({}, { report, context, parameters: {} });
  const evaluate: OpenApiDocument['evaluate'] = (value, { path }) => evaluateAt(value, path, scope);
  const draft = createDraft(kind, '', titleOf(root) ?? source.file, place);
  addDocument(draft, { kind, root, place, evaluate });
  draft.stages.push(stageOf(kind, options, place));
  const functions = createFunctionTable(options.functions);
  const { id: _, ...api } = finishApi(draft, functions, undefined);
  return { format: 'openapi', apis: [withChosenStage(api, options)], functions: functions.all(), ...findings };
}

/** The stage is not part of the document. */
function stageOf(kind: OpenApiDocument['kind'], { stage, stageVariables }: ReadTemplateOptions, place: Place): DeployedStage {
  if (stage === undefined && kind === 'rest')
    optional(place, 'An OpenAPI document has no stage. Choose one with the option `stage` (--stage NAME).');
  return { name: stage ?? '$default', ...(stageVariables === undefined ? {} : { stageVariables }) };
}

/** A REST API has no stage until the user names one. */
function withChosenStage(api: DeployedApi, { stage }: ReadTemplateOptions): DeployedApi {
  return stage === undefined && api.target === 'rest' ? { ...api, stage: null } : api;
}

function kindOfTarget(target: Target, root: Readonly<Record<string, unknown>>, file: string): OpenApiDocument['kind'] {
  if (target === 'rest') return 'rest';
  if (!isHttpApi(target)) {
    const reason = `No OpenAPI document describes ${target === 'websocket' ? 'a WebSocket API' : 'a function URL'}.`;
    throw new TemplateError({
      code: 'invalid-option',
      reason,
      fix: "Pass 'rest' or 'http-2.0' as `target` (--target rest).",
      where: 'target',
      value: target,
    });
  }
  if (root['swagger'] === undefined) return 'http';
  const reason = `HTTP APIs import OpenAPI 3; this is Swagger ${describeValue(root['swagger'])}.`;
  throw new TemplateError({
    code: 'invalid-option',
    reason,
    fix: "Pass 'rest' as `target` (--target rest).",
    file,
    where: 'target',
    value: target,
  });
}

/** documented: only REST APIs import OpenAPI 2. For OpenAPI 3, the extensions show the kind. */
function findKind(root: Readonly<Record<string, unknown>>, { file }: Source): OpenApiDocument['kind'] {
  const { rest, http } = findSigns({ root, place: { path: [], report: createReport().report } });
  if (rest.includes('swagger') || (rest.length > 0 && http.length === 0)) return 'rest';
  if (http.length > 0 && rest.length === 0) return 'http';
  const reason =
    rest.length === 0
      ? 'The document fits both a REST API and an HTTP API.'
      : `The document has ${describeValue(rest[0])}, which only REST APIs have, and ${describeValue(http[0])}, which only HTTP APIs have.`;
  throw new TemplateError({ code: 'unknown-target', reason, fix: "Pass 'rest' or 'http-2.0' as `target`.", file, where: 'target' });
}
