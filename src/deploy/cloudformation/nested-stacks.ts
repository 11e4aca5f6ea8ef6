import { optional, unsupported } from '../reading/place.js';
import { type Reading, resourcesOfType } from '../template/reading.js';

/** Reports nested stacks. Each is a deployment file that can be read on its own. */
export function reportNestedStacks(reading: Reading): void {
  for (const { place } of resourcesOfType(reading, 'AWS::CloudFormation::Stack')) {
    unsupported(place, 'The nested stack is not read. Pass its template on its own.');
  }
  for (const { place } of resourcesOfType(reading, 'AWS::Serverless::Application')) {
    optional(place, 'The nested application is not read. Pass its template on its own.');
  }
}
