import type { Block, Value } from '../java/value.js';
import { javaThrows } from '../meter.js';
import { evaluate } from './evaluate.js';
import type { CallNode, DefineNode, MacroNode, Operand } from './nodes.js';
import { resolve } from './reference.js';
import { type BlockState, Jump, type Output, type Run, write } from './run.js';
import { type MacroArgument, macroVariables, type Variables } from './variables.js';

/** Calls of macros inside each other. */
const MAX_CALLS = 20;
/** How often a block of `#define` may be inside itself. */
const MAX_BLOCKS = 2;

const BODY = 'bodyContent';

/** Calls a macro; prints the source if there is none. */
export function renderCall(run: Run, node: CallNode, variables: Variables, output: Output): void {
  const macro = run.definitions.macros.get(node.name);
  if (macro === undefined) write(run, output, node.literal());
  else callMacro(run, macro, node, variables, output);
}

function callMacro(run: Run, macro: MacroNode, node: CallNode, variables: Variables, output: Output): void {
  const word = node.args.find(({ value }) => value.type === 'word');
  if (word !== undefined)
    javaThrows(`org.apache.velocity.exception.TemplateInitException: Invalid arg '${word.literal()}' in macro #${node.name}`);
  if (run.macroDepth === MAX_CALLS) javaThrows(`org.apache.velocity.exception.MacroOverflowException: Max calling depth of ${MAX_CALLS}`);
  const inner = macroVariables(variables, bindArguments(run, macro, node, variables));
  run.macroDepth += 1;
  try {
    run.meter.deeper(() => run.render(macro.body, inner, output));
    // As in Velocity, a macro that was left by #break counts for ever.
    run.macroDepth -= 1;
  } catch (error) {
    if (!(error instanceof Jump && error.ends(node))) throw error;
  }
}

function bindArguments(run: Run, macro: MacroNode, { args, body }: CallNode, variables: Variables): MacroArgument[] {
  const bound = macro.parameters.slice(0, args.length).flatMap((name, index) => {
    const argument = args[index];
    return argument === undefined ? [] : [bindArgument(run, name, argument, variables)];
  });
  if (body === undefined) return bound;
  const constant = createBlock(run, { body, maxDepth: MAX_CALLS, depth: 0 }, variables);
  return [...bound, { name: BODY, read: undefined, constant, literal: () => '' }];
}

/** Numbers and booleans are passed by value, everything else is evaluated where it is used. */
function bindArgument(run: Run, name: string, { value, literal }: Operand, variables: Variables): MacroArgument {
  if (value.type === 'constant' && typeof value.value !== 'string') return { name, read: undefined, constant: value.value, literal };
  return { name, read: () => readArgument(run, value, variables), constant: null, literal };
}

/** A variable that is not set is `null` here, so that the macro sees its own of that name. */
function readArgument(run: Run, value: Operand['value'], variables: Variables): Value {
  run.meter.spend(1);
  if (value.type !== 'reference') return run.meter.deeper(() => evaluate(run, value, variables));
  if (value.path.length === 0) return run.meter.deeper(() => variables.get(value.root));
  return run.meter.deeper(() => resolve(run, value, variables, evaluate));
}

/** Puts a block into a variable. */
export function defineBlock(run: Run, { name, body }: DefineNode, variables: Variables): void {
  variables.put(name, createBlock(run, { body, maxDepth: MAX_BLOCKS, depth: 0 }, variables));
}

function createBlock(run: Run, state: BlockState, variables: Variables): Block {
  const block: Block = {
    kind: 'block',
    print() {
      const output: Output = { pieces: [] };
      return renderBlock(run, state, variables, output) ? output.pieces.join('') : undefined;
    },
  };
  run.blocks.set(block, state);
  return block;
}

/** Renders a block with the variables of the place where it is printed. Returns whether it did. */
export function printBlock(run: Run, block: Block, variables: Variables, output: Output): boolean {
  const state = run.blocks.get(block);
  return state !== undefined && renderBlock(run, state, variables, output);
}

function renderBlock(run: Run, state: BlockState, variables: Variables, output: Output): boolean {
  if (state.depth >= state.maxDepth) return false;
  state.depth += 1;
  try {
    run.meter.deeper(() => run.render(state.body, variables, output));
  } catch (error) {
    if (!(error instanceof Jump && error.ends(state))) throw error;
  }
  state.depth -= 1;
  return true;
}
