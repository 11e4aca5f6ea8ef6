import { startReading } from '../cloudformation/read-cloudformation.js';
import { finishDeployment, readResources } from '../cloudformation/read-resources.js';
import type { Deployment } from '../deployment.js';
import type { ReadContext } from '../read-context.js';
import type { Source } from '../yaml/source.js';
import { readSamFunctions } from './functions.js';
import { readGlobals } from './globals.js';
import { readSamHttpApis } from './http-apis.js';
import { readSamRestApis } from './rest-apis.js';
import type { SamReading } from './sam-reading.js';
import { readStateMachines } from './state-machines.js';
import { readSamWebSocketApis } from './websocket-apis.js';

/** Reads a SAM template: its own resources, and those of CloudFormation beside them. */
export function readSam(source: Source, context: ReadContext): Deployment {
  const { reading, findings } = startReading(source, context);
  const samReading: SamReading = { ...reading, mergeGlobals: readGlobals(source.value, reading.template) };
  const events = [...readSamFunctions(samReading), ...readStateMachines(samReading)];
  readSamRestApis(events, samReading);
  readSamHttpApis(events, samReading);
  readSamWebSocketApis(samReading);
  readResources(samReading);
  return finishDeployment('sam', samReading, findings);
}
