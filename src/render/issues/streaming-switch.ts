import type { Target } from '../../aws/target.js';

/** The setting that turns streaming on and off. */
export function modeOf(target: Target): string {
  return target === 'rest' ? 'response transfer mode' : 'invoke mode';
}
