import { type CharacterTest, type Pattern, PatternError, type PlaceTest, type RepeatMode } from './pattern.js';

/** One step of a program that matches a pattern. Numbers of steps are addresses in the program. */
export type Step =
  | { readonly op: 'one'; readonly accepts: CharacterTest }
  | { readonly op: 'many'; readonly accepts: CharacterTest; readonly min: number; readonly max: number; readonly mode: RepeatMode }
  | { readonly op: 'place'; readonly holds: PlaceTest }
  | { readonly op: 'again'; readonly group: number; readonly ignoresCase: boolean }
  | { readonly op: 'choose'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly register: number }
  | { readonly op: 'start'; readonly register: number }
  | {
      readonly op: 'loop';
      readonly register: number;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      readonly exit: number;
    }
  | { readonly op: 'enter'; readonly register: number }
  | { readonly op: 'atomic'; readonly program: Program }
  | { readonly op: 'look'; readonly program: Program; readonly negative: boolean; readonly behind: Width | undefined };

/** The steps of a pattern. It has matched when the last step is done. */
export type Program = readonly Step[];

/** How many UTF-16 units a pattern takes. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

/** A program, and how many registers it writes: two for each group, two for each loop. */
export interface Compiled {
  readonly program: Program;
  readonly registers: number;
}

/** Compiles a pattern with `groups` capturing groups. Group 0 is the whole match. */
export function compilePattern(pattern: Pattern, groups: number): Compiled {
  const allocation = { registers: 2 * (groups + 1), groups };
  const program = compile(pattern, allocation);
  return { program, registers: allocation.registers };
}

interface Allocation {
  registers: number;
  readonly groups: number;
}

function compile(pattern: Pattern, allocation: Allocation): Program {
  const program: Step[] = [];
  add(pattern, program, allocation);
  return program;
}

function add(pattern: Pattern, program: Step[], allocation: Allocation): void {
  switch (pattern.kind) {
    case 'one':
      program.push({ op: 'one', accepts: pattern.accepts });
      return;
    case 'place':
      program.push({ op: 'place', holds: pattern.holds });
      return;
    case 'again':
      // A group that does not exist matches nowhere.
      program.push(pattern.group > allocation.groups ? { op: 'place', holds: () => false } : { op: 'again', ...pattern });
      return;
    case 'sequence':
      for (const item of pattern.items) add(item, program, allocation);
      return;
    case 'group':
      program.push({ op: 'save', register: 2 * pattern.index });
      add(pattern.item, program, allocation);
      program.push({ op: 'save', register: 2 * pattern.index + 1 });
      return;
    case 'choice':
      addChoice(pattern.options, program, allocation);
      return;
    case 'atomic':
      program.push({ op: 'atomic', program: compile(pattern.item, allocation) });
      return;
    case 'look':
      program.push({
        op: 'look',
        program: compile(pattern.item, allocation),
        negative: pattern.negative,
        behind: pattern.behind ? boundedWidth(pattern.item) : undefined,
      });
      return;
    default:
      addRepeat(pattern, program, allocation);
  }
}

function addChoice(options: readonly Pattern[], program: Step[], allocation: Allocation): void {
  const ends: number[] = [];
  options.forEach((option, index) => {
    const isLast = index === options.length - 1;
    const start = program.length;
    if (!isLast) program.push({ op: 'jump', to: 0 });
    add(option, program, allocation);
    if (isLast) return;
    ends.push(program.length);
    program.push({ op: 'jump', to: 0 });
    program[start] = { op: 'choose', first: start + 1, second: program.length };
  });
  for (const end of ends) program[end] = { op: 'jump', to: program.length };
}

function addRepeat(pattern: Extract<Pattern, { kind: 'repeat' }>, program: Step[], allocation: Allocation): void {
  const { item, min, max, mode } = pattern;
  if (item.kind === 'one') {
    program.push({ op: 'many', accepts: item.accepts, min, max, mode });
    return;
  }
  if (mode === 'possessive') {
    program.push({ op: 'atomic', program: compile({ ...pattern, mode: 'greedy' }, allocation) });
    return;
  }
  const register = allocation.registers;
  allocation.registers += 2;
  program.push({ op: 'start', register });
  const head = program.length;
  program.push({ op: 'jump', to: 0 }, { op: 'enter', register });
  add(item, program, allocation);
  program.push({ op: 'jump', to: head });
  program[head] = { op: 'loop', register, min, max, lazy: mode === 'lazy', exit: program.length };
}

function boundedWidth(pattern: Pattern): Width {
  const width = widthOf(pattern);
  if (width.max === Number.POSITIVE_INFINITY) throw new PatternError('Look-behind group does not have an obvious maximum length', 0);
  return width;
}

function widthOf(pattern: Pattern): Width {
  switch (pattern.kind) {
    case 'one':
      return { min: 1, max: 2 };
    case 'place':
    case 'look':
      return { min: 0, max: 0 };
    case 'again':
      return { min: 0, max: Number.POSITIVE_INFINITY };
    case 'sequence':
      return pattern.items.map(widthOf).reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 });
    case 'choice': {
      const widths = pattern.options.map(widthOf);
      return widths.reduce((one, two) => ({ min: Math.min(one.min, two.min), max: Math.max(one.max, two.max) }));
    }
    case 'repeat': {
      const { min, max } = widthOf(pattern.item);
      return { min: min * pattern.min, max: max === 0 ? 0 : max * pattern.max };
    }
    default:
      return widthOf(pattern.item);
  }
}
