import type { Block, Value } from '../java/value.js';
import type { Meter } from '../meter.js';
import type { Expression, Nodes } from './nodes.js';
import type { Definitions } from './parse-template.js';
import type { Variables } from './variables.js';

/** One run of a template. */
export interface Run {
  readonly meter: Meter;
  readonly definitions: Definitions;
  /** Macros that are being called. */
  macroDepth: number;
  /** The blocks of `#define`, by the value that stands for them. */
  readonly blocks: WeakMap<Block, BlockState>;
  /** Where the run is, in UTF-16 units of the template. */
  at: number;
  /** Renders nodes. Functions that evaluate expressions call it, and are called by it. */
  render(nodes: Nodes, variables: Variables, output: Output): void;
}

export interface BlockState {
  readonly body: Nodes;
  readonly maxDepth: number;
  depth: number;
}

/** Collects what a template prints. */
export interface Output {
  readonly pieces: string[];
}

export function write(run: Run, output: Output, text: string): void {
  run.meter.write(text.length);
  output.pieces.push(text);
}

/** Renders nodes into a string. */
export function renderText(run: Run, nodes: Nodes, variables: Variables): string {
  const output: Output = { pieces: [] };
  run.render(nodes, variables, output);
  return output.pieces.join('');
}

/** Thrown by `#break` and `#stop`, up to what they end. */
export class Jump extends Error {
  override readonly name = 'Jump';
  /** `nearest`: the loop, block or macro around. `all`: the template, or the text of `#evaluate`. Else: the loop itself. */
  readonly target: 'nearest' | 'all' | object;

  constructor(target: Jump['target']) {
    super('#break or #stop');
    this.target = target;
  }

  /** Whether it ends here. */
  ends(place: object, isTemplate = false): boolean {
    return this.target === 'nearest' || this.target === place || (isTemplate && this.target === 'all');
  }
}

export type Evaluate = (run: Run, expression: Expression, variables: Variables) => Value;
