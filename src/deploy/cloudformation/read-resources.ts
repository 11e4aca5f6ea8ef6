import { describeValue } from '../../http/describe-value.js';
import { finishApi } from '../apis/finish-api.js';
import type { Deployment, DeploymentFormat } from '../deployment.js';
import type { Findings } from '../reading/report.js';
import type { Reading } from '../template/reading.js';
import { TemplateError } from '../template-error.js';
import { readDomains } from './domains.js';
import { readFunctionUrls } from './function-urls.js';
import { readGatewayResponses } from './gateway-responses.js';
import { readLambdaFunctions } from './lambda-functions.js';
import { reportOtherResources } from './other-resources.js';
import { readRestApis } from './rest-apis.js';
import { readRestAuthorizers } from './rest-authorizers.js';
import { readRestMethods } from './rest-methods.js';
import { readRestStages } from './rest-stages.js';
import { readV2Apis } from './v2-apis.js';
import { readV2Authorizers } from './v2-authorizers.js';
import { readV2Routes } from './v2-routes.js';
import { readV2Stages } from './v2-stages.js';

/** Reads the resources of CloudFormation's own types. */
export function readResources(reading: Reading): void {
  readLambdaFunctions(reading);
  readRestApis(reading);
  readV2Apis(reading);
  readFunctionUrls(reading);
  readRestAuthorizers(reading);
  readV2Authorizers(reading);
  readRestStages(reading);
  readV2Stages(reading);
  readRestMethods(reading);
  readV2Routes(reading);
  readGatewayResponses(reading);
  readDomains(reading);
  reportOtherResources(reading);
}

/** Completes what was read. */
export function finishDeployment(format: DeploymentFormat, reading: Reading, findings: Findings): Deployment {
  checkStage(reading);
  const apis = [...reading.apis.values()].map((draft) => finishApi(draft, reading.functions, reading.context.options.stage));
  const used = apis.flatMap(({ routes, authorizers = [] }) => [
    ...routes.flatMap((route) => [route.function ?? [], Object.values(route.functionByStage ?? {})].flat()),
    ...authorizers.flatMap((authorizer) => authorizer.function ?? []),
  ]);
  reading.functions.reportObstacles(new Set(used));
  return { format, apis, functions: reading.functions.all(), unsupported: findings.unsupported, optional: findings.optional };
}

/** @throws TemplateError if the user chose a stage that no API has. */
function checkStage({ apis, context: { options } }: Reading): void {
  const names = new Set([...apis.values()].flatMap(({ stages }) => stages.map(({ name }) => name)));
  if (options.stage === undefined || names.size === 0 || names.has(options.stage)) return;
  throw new TemplateError({
    code: 'invalid-option',
    where: 'stage',
    value: options.stage,
    reason: `No API has the stage ${describeValue(options.stage)}.`,
    fix: `Choose one of: ${[...names].join(', ')}.`,
  });
}
