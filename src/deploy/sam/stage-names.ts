import type { Reading } from '../template/reading.js';

/** Notes the logical ids that SAM gives to a stage: `OrdersStage`, `OrdersprodStage`, and `Orders` for `!Ref Orders.Stage`. */
export function noteStage(apiId: string, stage: string, { stageNames }: Reading): void {
  const name = /^[A-Za-z0-9]+$/.test(stage) ? stage : '';
  for (const id of [apiId, `${apiId}Stage`, `${apiId}${name}Stage`]) stageNames.set(id, stage);
  if (stage === '$default') stageNames.set(`${apiId}ApiGatewayDefaultStage`, stage);
}
