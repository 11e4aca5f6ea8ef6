import type { Value } from '../java/value.js';
import type { Meter } from '../meter.js';
import type { Template } from './parse-template.js';
import { renderNodes } from './render.js';
import { Jump, type Run } from './run.js';
import { createVariables } from './variables.js';

/** The result of a run, and the place of a finding while it runs. */
export interface TemplateRun {
  /** Where the run is, in UTF-16 units of the template. */
  place(): number;
  /** Renders the template. Throws a `TemplateFailure`. */
  render(): string;
}

/** Prepares the run of a template with the variables that it starts with. */
export function startRun({ nodes, definitions }: Template, initial: Readonly<Record<string, Value>>, meter: Meter): TemplateRun {
  const run: Run = {
    meter,
    // A template may run again: what #evaluate adds must not stay.
    definitions: { names: new Set(definitions.names), macros: new Map(definitions.macros) },
    macroDepth: 0,
    blocks: new WeakMap(),
    at: 0,
    render: (inner, variables, output) => renderNodes(run, inner, variables, output),
  };
  const pieces: string[] = [];
  return {
    place: () => run.at,
    render() {
      try {
        renderNodes(run, nodes, createVariables(initial), { pieces });
      } catch (error) {
        // #stop, and a #break outside of loops, end the template.
        if (!(error instanceof Jump)) throw error;
      }
      return pieces.join('');
    },
  };
}
