import type { Target } from '../../aws/target.js';
import type { DeployedApi, DeployedDomain, DeployedRoute, DeployedStage } from '../deployment.js';
import type { FunctionTable } from '../functions/function-table.js';
import { unsupported } from '../reading/place.js';
import type { ApiDraft } from './draft.js';
import { finishAuthorizers, finishRoutes } from './finish-routes.js';

/**
 * Completes an API: chooses the stage, and gives each route and authorizer its function.
 *
 * @param chosen the stage that the user chose. An API that does not have it has no stage.
 */
export function finishApi(draft: ApiDraft, functions: FunctionTable, chosen: string | undefined): DeployedApi {
  const stages = firstOfEachName(draft.stages);
  const stage = stages.find(({ name }) => name === chosen) ?? (stages.length === 1 && chosen === undefined ? stages[0] : undefined);
  const routes = finishRoutes(draft.routes, stages, functions, stage);
  const authorizers = finishAuthorizers(draft, functions);
  if (needsStage(draft) && stages.length === 0) unsupported(draft.place, 'The API has no stage, so no client can reach it.');
  return {
    target: targetOf(draft, routes),
    id: draft.id,
    name: draft.name,
    stage: stage?.name ?? null,
    ...(stages.length > 1 ? { stages } : {}),
    ...variablesOf(stage),
    routes,
    ...(authorizers.length > 0 ? { authorizers } : {}),
    ...draft.settings,
    ...(isNested(draft.id) ? { nested: true } : {}),
    ...(draft.gatewayResponses.size > 0 ? { gatewayResponses: Object.fromEntries(draft.gatewayResponses) } : {}),
    ...(draft.domains.length > 0 ? { customDomains: sortDomains(draft.domains) } : {}),
  };
}

/** The ids of a nested stack start with its own, and a slash. */
function isNested(id: string): boolean {
  return /^[A-Za-z0-9]+\//.test(id);
}

/** The stages of an imported API belong to its own stack. A function URL has none. */
function needsStage({ kind, settings }: ApiDraft): boolean {
  return kind !== 'function-url' && settings.imported !== true;
}

/** An HTTP API is `http-1.0` if all of its functions get payload 1.0. */
function targetOf({ kind }: ApiDraft, routes: readonly DeployedRoute[]): Target {
  if (kind !== 'http') return kind;
  const versions = routes.flatMap(({ payloadVersion }) => payloadVersion ?? []);
  return versions.length > 0 && versions.every((version) => version === '1.0') ? 'http-1.0' : 'http-2.0';
}

function variablesOf(stage: DeployedStage | undefined): Pick<DeployedApi, 'stageVariables'> {
  return stage?.stageVariables === undefined ? {} : { stageVariables: stage.stageVariables };
}

/** A stage and a deployment can name the same stage. The stage has the settings. */
function firstOfEachName(stages: readonly DeployedStage[]): readonly DeployedStage[] {
  return [...new Map(stages.toReversed().map((stage) => [stage.name, stage])).values()].reverse();
}

/** The mapping without a base path comes last: it takes what no other does. */
function sortDomains(domains: readonly DeployedDomain[]): readonly DeployedDomain[] {
  return [...domains.filter(({ basePath }) => basePath !== ''), ...domains.filter(({ basePath }) => basePath === '')];
}
