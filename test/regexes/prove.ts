import { checkSync } from 'recheck';
import type { Expression } from './expressions.js';

/** Returns what recheck concludes: `safe` and `linear`, or that some string takes longer. */
export function prove({ source, flags }: Expression): { status: string; complexity: string | undefined } {
  const diagnostics = checkSync(source, flags, { timeout: 20_000 });
  const { status, complexity } = diagnostics as { status: string; complexity?: { summary: string } }; // every kind has the first, most the second
  return { status, complexity: complexity?.summary };
}

/** Returns whether this means that an expression needs linear time. */
export function isLinear({ status, complexity }: ReturnType<typeof prove>): boolean {
  return status === 'safe' && complexity !== undefined && /^(?:linear|safe)/.test(complexity);
}
