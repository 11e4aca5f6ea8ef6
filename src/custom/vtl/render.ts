import { textOf } from '../java/print.js';
import { isObject, type Value } from '../java/value.js';
import { javaThrows, TemplateFailure } from '../meter.js';
import { evaluate, test } from './evaluate.js';
import { renderForeach } from './foreach.js';
import { defineBlock, printBlock, renderCall } from './macro.js';
import type { EvaluateNode, IfNode, JumpNode, Nodes, Reference, SetNode, Statement } from './nodes.js';
import { parseEvaluated } from './parse-template.js';
import { assign, resolve } from './reference.js';
import { Jump, type Output, type Run, write } from './run.js';
import { TemplateSyntaxError } from './template-syntax-error.js';
import type { Variables } from './variables.js';

/** Renders statements, one after the other. */
export function renderNodes(run: Run, nodes: Nodes, variables: Variables, output: Output): void {
  for (const node of nodes) renderNode(run, node, variables, output);
}

function renderNode(run: Run, node: Statement, variables: Variables, output: Output): void {
  run.meter.spend(1);
  if ('at' in node) run.at = node.at;
  switch (node.type) {
    case 'text':
      write(run, output, node.text);
      break;
    case 'reference':
      run.meter.deeper(() => renderReference(run, node, variables, output));
      break;
    case 'set':
      renderSet(run, node, variables);
      break;
    case 'if':
      renderIf(run, node, variables, output);
      break;
    case 'foreach':
      renderForeach(run, node, variables, output);
      break;
    case 'define':
      defineBlock(run, node, variables);
      break;
    case 'call':
      renderCall(run, node, variables, output);
      break;
    case 'evaluate':
      renderEvaluate(run, node, variables, output);
      break;
    case 'load':
      throw new TemplateFailure('unsupported', `It uses #${node.name}, and there is nothing to load.`);
    default:
      jump(run, node, variables);
  }
}

function renderReference(run: Run, reference: Reference, variables: Variables, output: Output): void {
  if (reference.isText) {
    write(run, output, reference.root);
    return;
  }
  const value = resolve(run, reference, variables, evaluate);
  if (reference.isEscaped) write(run, output, reference.backslashes + sourceOf(reference, variables));
  else if (!isBlock(value) || !printBlock(run, value, variables, output)) write(run, output, printed(run, reference, value, variables));
}

/** A block that is already inside itself too often prints its name. */
function printed(run: Run, reference: Reference, value: Value, variables: Variables): string {
  const { backslashes, prefix } = reference;
  const text = value === null ? undefined : textOf(value, run.meter);
  if (text !== undefined) return backslashes + prefix + text;
  const source = reference.literal().startsWith('$!') ? '' : sourceOf(reference, variables);
  return backslashes + backslashes + prefix + source;
}

function isBlock(value: Value): value is Extract<Value, { kind: 'block' }> {
  return isObject(value) && value.kind === 'block';
}

/** In a macro, the source of a parameter is that of the argument. */
function sourceOf(reference: Reference, variables: Variables): string {
  const source = reference.literal();
  return variables.literalOf(source) ?? source;
}

/** Sets nothing if there is no value, or no place for it. */
function renderSet(run: Run, { target, value: expression }: SetNode, variables: Variables): void {
  const value = run.meter.deeper(() => evaluate(run, expression, variables));
  if (value === null) return;
  if (target.path.length > 0) {
    if (!assign(run, target, value, variables, evaluate)) run.meter.note('set-without-effect', target.literal());
    return;
  }
  variables.put(target.setName, value);
  // `#set(${a} = 1)` sets a variable with the name `{`.
  if (target.setName !== target.root) run.meter.note('set-without-effect', target.literal());
}

function renderIf(run: Run, { branches }: IfNode, variables: Variables, output: Output): void {
  const chosen = branches.find(({ condition }) => condition === undefined || test(run, condition, variables));
  if (chosen !== undefined) run.meter.deeper(() => run.render(chosen.body, variables, output));
}

/** Parses and renders a string. What it sets and defines stays. */
function renderEvaluate(run: Run, node: EvaluateNode, variables: Variables, output: Output): void {
  const value = evaluate(run, node.argument, variables);
  const text = value === null ? '' : (textOf(value, run.meter) ?? javaThrows('java.lang.NullPointerException'));
  run.meter.spend(text.length);
  const nodes = parseInRun(text, run);
  try {
    run.meter.deeper(() => run.render(nodes, variables, output));
  } catch (error) {
    if (!(error instanceof Jump && error.ends(node, true))) throw error;
  }
}

function parseInRun(text: string, run: Run): Nodes {
  try {
    return parseEvaluated(text, run.definitions);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) javaThrows(`org.apache.velocity.exception.ParseErrorException: ${error.message}`);
    throw error;
  }
}

function jump(run: Run, { type, argument }: JumpNode, variables: Variables): never {
  if (type === 'stop') {
    if (argument !== undefined) evaluate(run, argument, variables);
    throw new Jump('all');
  }
  if (argument === undefined) throw new Jump('nearest');
  const scope = evaluate(run, argument, variables);
  if (isObject(scope) && scope.kind === 'loop') throw new Jump(scope.owner);
  return javaThrows('org.apache.velocity.exception.VelocityException: the argument of #break is not a valid Scope');
}
