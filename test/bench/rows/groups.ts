import { buildGroups } from './build.js';
import { checkGroups } from './check-result.js';
import type { Group } from './group.js';
import { growthGroups } from './growth.js';
import { refineGroups } from './refine.js';
import { renderGroups } from './render.js';
import { routeGroups } from './routes.js';
import { toEventGroups } from './to-event.js';
import { validateGroups } from './validate.js';

/** Everything that is measured by running it again and again in one process. */
export const groups: readonly Group[] = [
  ...validateGroups,
  ...refineGroups,
  ...buildGroups,
  ...toEventGroups,
  ...renderGroups,
  ...checkGroups,
  ...routeGroups,
  ...growthGroups,
];
