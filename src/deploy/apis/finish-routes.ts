import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { DeployedAuthorizer, DeployedRoute, DeployedStage } from '../deployment.js';
import type { FunctionTable } from '../functions/function-table.js';
import { isStageDependent, nameInStage } from '../functions/function-uri.js';
import { type Place, unsupported } from '../reading/place.js';
import type { ApiDraft, AuthorizerDraft, RouteDraft } from './draft.js';

/** Gives each route its function. */
export function finishRoutes(
  routes: readonly RouteDraft[],
  stages: readonly DeployedStage[],
  functions: FunctionTable,
  stage: DeployedStage | undefined,
): readonly DeployedRoute[] {
  return firstOfEachKey(routes).map((route) => finishRoute(route, stages.slice(0, MOST_STAGES), functions, stage));
}

/** Reports each route whose key another has, and leaves it out. Of an open and a guarded route, the guarded one stays. */
function firstOfEachKey(routes: readonly RouteDraft[]): readonly RouteDraft[] {
  const byKey = new Map<string, RouteDraft>();
  for (const draft of routes) {
    const { key } = draft.route;
    const other = byKey.get(key);
    if (other !== undefined) unsupported(draft.place, `The API has the route \`${key}\` twice, so AWS refuses the template.`);
    if (other === undefined || (other.route.authorizer === undefined && draft.route.authorizer !== undefined)) byKey.set(key, draft);
  }
  return [...byKey.values()];
}

/** How many stages an API can have here, if they choose the functions. Ten are AWS's own limit, unless it was raised. */
const MOST_STAGES = 30;

function finishRoute(
  { route, functionName, place }: RouteDraft,
  stages: readonly DeployedStage[],
  functions: FunctionTable,
  stage: DeployedStage | undefined,
): DeployedRoute {
  if (functionName === undefined) return route;
  if (!isStageDependent(functionName)) return withFunction(route, findFunction(functionName, functions, place), functions);
  const byStage = stages.flatMap(({ name, stageVariables = {} }) => {
    const found = findInStage(functionName, stageVariables, functions, place);
    return found === undefined ? [] : [[name, found] as const];
  });
  const functionByStage = Object.fromEntries(byStage);
  if (byStage.length === 0) unsupported(place, `No stage has the variables of \`${functionName}\`, which is the name of the function.`);
  const name = stage === undefined ? undefined : byStage.find(([key]) => key === stage.name)?.[1];
  return withFunction({ ...route, functionByStage }, name ?? null, functions);
}

function findInStage(
  functionName: string,
  variables: Readonly<Record<string, string>>,
  functions: FunctionTable,
  place: Place,
): string | undefined {
  const name = nameInStage(functionName, variables);
  return name === undefined ? undefined : findFunction(name, functions, place);
}

function withFunction(route: DeployedRoute, name: string | null, functions: FunctionTable): DeployedRoute {
  const { handler, codeUri } = (name === null ? undefined : functions.get(name)) ?? {};
  return { ...route, function: name, ...dropUndefined({ handler, codeUri }) };
}

/** Returns the key of a function. One of another stack keeps its name, and is reported. */
function findFunction(name: string, functions: FunctionTable, place: Place): string {
  const found = functions.find(name);
  if (found !== undefined) return found;
  unsupported(place, `The function \`${name}\` isn't in this file. ${handlerOption(name)}`);
  return name;
}

function handlerOption(name: string): string {
  return `Pass its handler in the option \`functions\` (--function ${name}=FILE#EXPORT).`;
}

/** Gives each authorizer its function. One whose function is not in the file has none. */
export function finishAuthorizers({ authorizers }: ApiDraft, functions: FunctionTable): readonly DeployedAuthorizer[] {
  return authorizers.map(({ authorizer, functionName, place }: AuthorizerDraft) => {
    if (functionName === undefined) return authorizer;
    const found = functions.find(functionName);
    if (found !== undefined) return { ...authorizer, function: found };
    unsupported(place, `The authorizer's function \`${functionName}\` isn't in this file. ${handlerOption(functionName)}`);
    return authorizer;
  });
}
