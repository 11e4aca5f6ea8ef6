import { isObject } from '../../http/is-object.js';
import { readCloudFormation } from '../cloudformation/read-cloudformation.js';
import type { Deployment } from '../deployment.js';
import type { ReadContext } from '../read-context.js';
import type { Place } from '../reading/place.js';
import { createReport } from '../reading/report.js';
import type { Source } from '../yaml/source.js';
import { readService } from './service/service.js';
import { addFunctions } from './stack/functions.js';
import { addHttpApi } from './stack/http-api.js';
import { withServiceNames } from './stack/names.js';
import { moveFindings, originOf } from './stack/origins.js';
import { addRest } from './stack/rest-methods.js';
import { createStack, type Resource } from './stack/stack.js';
import { addWebsockets } from './stack/websockets.js';
import { addWrittenResources } from './stack/written-resources.js';
import { reportMissing } from './variables/report-missing.js';
import { createResolver } from './variables/resolver.js';
import { createSources, regionOf, stageOf } from './variables/sources.js';

/**
 * Reads a `serverless.yml`.
 *
 * The file becomes the CloudFormation template that Serverless makes of it, as far as it has to do with APIs. So `resources` and their
 * `extensions` work as on AWS, and one reader knows what CloudFormation means.
 */
export function readServerless(source: Source, context: ReadContext): Deployment {
  const { report, findings } = createReport(source.lineOf);
  for (const { path, what } of source.notes) report.unsupported(path, what);
  const place: Place = { path: [], report };
  const resolver = createResolver({ root: source.value, sources: createSources(context), onMissing: reportMissing(place) });
  const service = readService(resolver.resolveAt([]), stageOf(resolver, context), place);
  const stack = createStack();
  addFunctions(service, stack);
  addRest(service, stack);
  addWebsockets(service, stack);
  addHttpApi(service, stack);
  const sections = addWrittenResources(service, stack);
  const template: Source = {
    file: source.file,
    value: { ...sections, Resources: Object.fromEntries(stack.resources) },
    notes: [],
    lineOf: (path) => source.lineOf(originOf(path, stack)),
  };
  // Each API has one stage, which is not the user's to choose: that of an HTTP API is `$default`.
  const { stage: _, parameters, ...others } = { ...context.options, region: regionOf(resolver, context) };
  const options = { ...others, parameters: parametersOf(sections, parameters) };
  const deployment = readCloudFormation(template, { ...context, options });
  return withServiceNames(
    {
      ...deployment,
      format: 'serverless',
      unsupported: [...findings.unsupported, ...moveFindings(deployment.unsupported, stack)],
      optional: [...findings.optional, ...moveFindings(deployment.optional, stack)],
    },
    service,
    stack,
  );
}

/** The parameters that `resources` has. The others are for variables. */
function parametersOf({ Parameters: known }: Resource, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => isObject(known) && Object.hasOwn(known, name)));
}
