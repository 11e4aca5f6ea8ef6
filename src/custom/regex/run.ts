import { type Meter, TemplateFailure } from '../meter.js';
import { fold } from './characters.js';
import type { Compiled, Program, Step, Width } from './compile.js';
import type { CharacterTest } from './pattern.js';

/** Registers after a match: start and end of each group, -1 for a group that took no part. */
export type Registers = readonly number[];

/** Matches a program from `start` on. The match has to end at `end`, unless that is `undefined`. */
export function matchAt(
  { program, registers }: Compiled,
  text: string,
  start: number,
  end: number | undefined,
  meter: Meter,
): Registers | null {
  const machine: Machine = { text, registers: new Array<number>(registers).fill(-1), trail: [], choices: [], meter };
  const stop = run(machine, program, start, end);
  if (stop < 0) return null;
  machine.registers[0] = start;
  machine.registers[1] = stop;
  return machine.registers;
}

/** Backtracks with its own lists, so that long text doesn't exhaust the stack. */
interface Machine {
  readonly text: string;
  readonly registers: number[];
  /** What to undo: each write adds the register and its former value. */
  readonly trail: number[];
  readonly choices: Choice[];
  readonly meter: Meter;
}

/** Where to go on when the present way fails. */
interface Choice {
  step: number;
  at: number;
  readonly trail: number;
  /** Set for a greedy repeat of one character, which can give characters back down to this place. */
  readonly least?: number;
  /** A lazy repeat of one character takes one more of these. */
  readonly more?: { readonly accepts: CharacterTest; left: number };
}

const MAX_CHOICES = 500_000;

/** Runs a program. Returns where it ends, or -1. Choices that are left over are dropped: nothing goes back into a finished program. */
function run(machine: Machine, program: Program, start: number, end: number | undefined): number {
  const base = machine.choices.length;
  let step = 0;
  let at = start;
  for (;;) {
    machine.meter.spend(1);
    const next = program[step];
    if (next === undefined && (end === undefined || at === end)) {
      machine.choices.length = base;
      return at;
    }
    const moved = next === undefined ? FAILED : advance(machine, next, step, at);
    if (moved !== FAILED) {
      step = moved.step;
      at = moved.at;
      continue;
    }
    let back: State | undefined = FAILED;
    while (back === FAILED) back = machine.choices.length > base ? backtrack(machine) : undefined;
    if (back === undefined) return -1;
    step = back.step;
    at = back.at;
  }
}

interface State {
  readonly step: number;
  readonly at: number;
}

const FAILED: State = { step: -1, at: -1 };

function advance(machine: Machine, next: Step, step: number, at: number): State {
  switch (next.op) {
    case 'one':
      return moveTo(step + 1, takeOne(machine.text, at, next.accepts));
    case 'many':
      return takeMany(machine, next, step, at);
    case 'place':
      return next.holds(machine.text, at) ? { step: step + 1, at } : FAILED;
    case 'again':
      return moveTo(step + 1, takeAgain(machine, next.group, next.ignoresCase, at));
    case 'choose':
      choose(machine, next.second, at);
      return { step: next.first, at };
    case 'jump':
      return { step: next.to, at };
    case 'save':
      write(machine, next.register, at);
      return { step: step + 1, at };
    case 'start':
      write(machine, next.register, 0);
      write(machine, next.register + 1, -1);
      return { step: step + 1, at };
    case 'loop':
      return turn(machine, next, step, at);
    case 'enter':
      return enter(machine, next.register, step, at);
    case 'atomic':
      return moveTo(step + 1, run(machine, next.program, at, undefined));
    default:
      return look(machine, next, at) ? { step: step + 1, at } : FAILED;
  }
}

function moveTo(step: number, at: number): State {
  return at < 0 ? FAILED : { step, at };
}

/** Where the text goes on behind one character; -1 if it does not fit. */
function takeOne(text: string, at: number, accepts: CharacterTest): number {
  const point = text.codePointAt(at);
  if (point === undefined || !accepts(point)) return -1;
  return at + (point > 0xffff ? 2 : 1);
}

function takeMany(machine: Machine, next: Extract<Step, { op: 'many' }>, step: number, at: number): State {
  const { accepts, min, max, mode } = next;
  const least = takeUpTo(machine, accepts, at, min);
  if (least.count < min) return FAILED;
  const after = step + 1;
  if (mode === 'lazy') {
    if (max > min) pushChoice(machine, { step: after, at: least.at, trail: machine.trail.length, more: { accepts, left: max - min } });
    return { step: after, at: least.at };
  }
  const most = takeUpTo(machine, accepts, least.at, max - min);
  if (mode === 'greedy' && most.at > least.at) {
    pushChoice(machine, { step: after, at: most.at, trail: machine.trail.length, least: least.at });
  }
  return { step: after, at: most.at };
}

function takeUpTo(
  { text, meter }: Machine,
  accepts: CharacterTest,
  start: number,
  max: number,
): { readonly at: number; readonly count: number } {
  let at = start;
  let count = 0;
  while (count < max) {
    const next = takeOne(text, at, accepts);
    if (next < 0) break;
    at = next;
    count += 1;
  }
  meter.spend(count);
  return { at, count };
}

function takeAgain({ text, registers, meter }: Machine, group: number, ignoresCase: boolean, at: number): number {
  const start = registers[2 * group] ?? -1;
  const stop = registers[2 * group + 1] ?? -1;
  if (start < 0 || stop < 0) return -1;
  meter.spend(stop - start);
  const before = text.slice(start, stop);
  const here = text.slice(at, at + before.length);
  const isSame = ignoresCase ? foldText(before) === foldText(here) : before === here;
  return isSame ? at + before.length : -1;
}

function foldText(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(fold(letter.charCodeAt(0), false)));
}

/** Begins a repetition, or leaves the loop. A repetition that took nothing is the last. */
function turn(machine: Machine, loop: Extract<Step, { op: 'loop' }>, step: number, at: number): State {
  const count = machine.registers[loop.register] ?? 0;
  const isEmpty = machine.registers[loop.register + 1] === at;
  if (isEmpty || count >= loop.max) return { step: loop.exit, at };
  const again = step + 1;
  if (count < loop.min) return { step: again, at };
  choose(machine, loop.lazy ? again : loop.exit, at);
  return { step: loop.lazy ? loop.exit : again, at };
}

function enter(machine: Machine, register: number, step: number, at: number): State {
  write(machine, register, (machine.registers[register] ?? 0) + 1);
  write(machine, register + 1, at);
  return { step: step + 1, at };
}

function look(machine: Machine, { program, negative, behind }: Extract<Step, { op: 'look' }>, at: number): boolean {
  const trail = machine.trail.length;
  const isFound = behind === undefined ? run(machine, program, at, undefined) >= 0 : lookBehind(machine, program, behind, at);
  if (!isFound || negative) undo(machine, trail);
  return isFound !== negative;
}

function lookBehind(machine: Machine, program: Program, { min, max }: Width, at: number): boolean {
  for (let start = at - min; start >= Math.max(0, at - max); start -= 1) {
    if (run(machine, program, start, at) >= 0) return true;
  }
  return false;
}

function write({ registers, trail }: Machine, register: number, value: number): void {
  trail.push(register, registers[register] ?? -1);
  registers[register] = value;
}

function undo({ registers, trail }: Machine, length: number): void {
  while (trail.length > length) {
    const value = trail.pop() ?? -1;
    const register = trail.pop() ?? 0;
    registers[register] = value;
  }
}

function choose(machine: Machine, step: number, at: number): void {
  pushChoice(machine, { step, at, trail: machine.trail.length });
}

function pushChoice({ choices }: Machine, choice: Choice): void {
  if (choices.length >= MAX_CHOICES) throw new TemplateFailure('budget', 'A regular expression has too many ways to match.');
  choices.push(choice);
}

/** Goes back to the last choice, and takes its next way. */
function backtrack(machine: Machine): State | undefined {
  const choice = machine.choices.at(-1);
  if (choice === undefined) return undefined;
  undo(machine, choice.trail);
  if (choice.least !== undefined) return giveBack(machine, choice, choice.least);
  if (choice.more !== undefined) return takeMore(machine, choice, choice.more);
  machine.choices.pop();
  return choice;
}

function giveBack({ text, choices }: Machine, choice: Choice, least: number): State {
  const isPair = choice.at - 2 >= least && (text.codePointAt(choice.at - 2) ?? 0) > 0xffff;
  choice.at -= isPair ? 2 : 1;
  if (choice.at <= least) choices.pop();
  return { step: choice.step, at: choice.at };
}

function takeMore(machine: Machine, choice: Choice, more: NonNullable<Choice['more']>): State {
  const at = takeOne(machine.text, choice.at, more.accepts);
  more.left -= 1;
  if (at < 0 || more.left === 0) machine.choices.pop();
  if (at < 0) return FAILED;
  choice.at = at;
  return { step: choice.step, at };
}
