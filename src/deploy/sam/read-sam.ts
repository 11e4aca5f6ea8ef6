import type { Stack } from '../cloudformation/nested-stacks.js';
import { startReading } from '../cloudformation/read-cloudformation.js';
import { finishDeployment, readResources } from '../cloudformation/read-resources.js';
import type { Deployment } from '../deployment.js';
import type { ReadContext } from '../read-context.js';
import type { Reading } from '../template/reading.js';
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
  return readWithSam('sam', source, context);
}

/** Reads a CloudFormation template. A template nested in it can be one of SAM. */
export function readStack(source: Source, context: ReadContext): Deployment {
  return readWithSam('cloudformation', source, context);
}

function readWithSam(format: 'sam' | 'cloudformation', source: Source, context: ReadContext): Deployment {
  const { reading, stacks, findings } = startReading(source, context);
  for (const stack of stacks) readSamStack(stack, reading);
  readResources(reading);
  return finishDeployment(format, reading, findings);
}

/** Reads the resources of SAM in one template. Its globals and its implicit APIs are its own. */
function readSamStack({ content, template, context }: Stack, reading: Reading): void {
  const { resources } = template;
  const own: SamReading = { ...reading, template, resources, context, mergeGlobals: readGlobals(content, template) };
  const events = [...readSamFunctions(own), ...readStateMachines(own)];
  readSamRestApis(events, own);
  readSamHttpApis(events, own);
  readSamWebSocketApis(own);
}
