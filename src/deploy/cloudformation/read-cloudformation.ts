import type { Deployment } from '../deployment.js';
import { createFunctionTable } from '../functions/function-table.js';
import type { ReadContext } from '../read-context.js';
import { unsupported } from '../reading/place.js';
import { createReport, type Findings } from '../reading/report.js';
import { atExistingPlaces } from '../template/existing-places.js';
import type { Reading } from '../template/reading.js';
import type { Source } from '../yaml/source.js';
import { readAssets } from './assets.js';
import { openWithNestedStacks, type Stack } from './nested-stacks.js';
import { finishDeployment, readResources } from './read-resources.js';
import { reportTransforms } from './transforms.js';

/** Reads a CloudFormation template, such as the CDK makes. */
export function readCloudFormation(source: Source, context: ReadContext): Deployment {
  const { reading, findings } = startReading(source, context);
  readResources(reading);
  return finishDeployment('cloudformation', reading, findings);
}

/** A template that is open for reading. */
interface Started {
  readonly reading: Reading;
  /** The template and those nested in it. */
  readonly stacks: readonly Stack[];
  readonly findings: Findings;
}

/** Opens a template for reading. */
export function startReading(source: Source, context: ReadContext): Started {
  const { report: anywhere, findings } = createReport(source.lineOf);
  const report = atExistingPlaces(anywhere, source.value);
  for (const { path, what } of source.notes) unsupported({ path, report }, what);
  const { template, stacks } = openWithNestedStacks(
    source.value,
    { report, context, parameters: context.options.parameters ?? {} },
    readAssets(context),
  );
  reportTransforms(source.value, template.place);
  const reading: Reading = {
    template,
    resources: template.resources,
    functions: createFunctionTable(context.options.functions),
    apis: new Map(),
    stageNames: new Map(),
    context,
  };
  return { reading, stacks, findings };
}
