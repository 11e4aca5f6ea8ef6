import { countSurvivors, printFigures, printSamples } from '../../mutation/table.js';

/** Returns the page about mutation testing, with the figures of the last runs. */
export function mutationPage(): string {
  const kinds = countSurvivors().map(
    ([kind, count]) => `| \`${kind}\` | ${count} | ${KINDS[kind] ?? 'a change of an operator or a call'} |`,
  );
  const samples = printSamples();
  return PAGE.replace('{figures}', () => printFigures())
    .replace('{samples}', () => (samples === '' ? '' : `${SAMPLES}\n\n${samples}\n\n`))
    .replace('{kinds}', () => kinds.join('\n'));
}

/** What Stryker calls the changes, and what each one does. */
const KINDS: Readonly<Record<string, string>> = {
  StringLiteral: 'a string becomes empty, an empty string gets text',
  ConditionalExpression: 'a condition becomes `true` or `false`',
  ArrayDeclaration: 'an array becomes empty, an empty array gets an element',
  ObjectLiteral: 'an object becomes empty',
  BlockStatement: 'a block becomes empty',
  EqualityOperator: '`===` becomes `!==`, `<` becomes `<=` or `>=`',
  LogicalOperator: '`&&` becomes `||`, `??` becomes `&&`',
  Regex: 'a part of a regular expression changes',
  ArrowFunction: 'a function returns `undefined`',
  MethodExpression: 'a call becomes its opposite, such as `endsWith`, or is left out',
  OptionalChaining: '`?.` becomes `.`',
  BooleanLiteral: '`true` becomes `false`',
};

const SAMPLES = `Of the other folders, a sample has run: up to 50 mutants of each subfolder, at equal distances, each property tried 10 times. A share of 300
mutants is exact to about 4 points.`;

const PAGE = `# Mutation testing

A passing test proves little if it also passes with a fault in the code. \`npm run mutation\` puts faults into the code, one at a time, and
checks that a test fails. Such a fault is a *mutant*: a condition becomes \`true\`, \`===\` becomes \`!==\`, a string becomes empty.
[Stryker](https://stryker-mutator.io) creates the mutants.

## Run mutation testing

| to | run |
| --- | --- |
| mutate a folder or a file of \`src\` | \`npm run mutation -- render/body arn/glob.ts\` |
| mutate everything that has changed since its last run | \`npm run mutation\` |
| try the survivors of a folder again, after you added tests | \`npm run mutation -- --survivors arn\` |
| try 50 mutants of each folder without results | \`npm run mutation -- --sample=50\` |
| see the figures, and which files have changed since | \`npm run mutation -- --table\` |

The results are in \`test/mutation/results\`: for each file its hash, the commit whose tests ran, and every survivor with its line. If you stop
a run, the next one continues. A mutant takes about 0.1 seconds of CPU time, because all of them run in one process: each test file is loaded
once, and only the tests that reach a mutant run again.

## What the figures mean

* **killed**: a test failed, or the code never finished.
* **refused**: no test failed, but TypeScript rejects the mutant, so it could never be committed.
* **share**: the killed mutants, of all that were not refused.

The tests that run are those of the same folder, and those of folders that use it (\`test/mutation/units.ts\`). Each property is tried 10 to 20
times. Types, the inspection page, the code of handler threads and the first file of the command line are left out: no test of this kind can
reach them.

{figures}

{samples}The goal is 95 % in \`guards\`, \`schemas\`, \`events\`, \`render\`, \`accessors\` and \`arn\`, and 85 % elsewhere.

## What survives

| kind | survivors | what changed |
| --- | ---: | --- |
{kinds}

Every survivor in \`guards\`, \`arn\`, \`events\` and \`local/authorize\` has been read. So has every survivor in \`local\`, \`deploy\` and
\`cli/deployed\` that could open a route, and in \`render\`, \`http\` and \`local/answer\` that could change a byte. Each of these is of a kind below, or
is the name of an argument in an error. In other folders, some survivors show that a test is missing.

* **Defaults that only the compiler needs.** After \`noUncheckedIndexedAccess\`, \`parts[4] ?? ''\` needs a default although the part is always
  there. No input reaches it. The same goes for \`regex.exec(text) ?? []\` if every text matches.
* **Checks in front of a check.** \`detectEvent\` compares the event type, then the guard compares it again; a RegExp runs only if the text
  contains a word; an answer is cached for zero seconds, or not at all. Without the first check the result is the same, only slower.
* **Two ways to one failure.** If an authorizer returns \`undefined\`, one check says that it isn't a policy, another that it isn't JSON. Both
  are a 500, so no request passes either way.
* **Sentences.** Messages and fixes are compared word for word where a user needs the exact cause. People read the others: \`npm run prose\`.
* **Empty results.** \`{ authorizer: undefined }\` and \`{}\` mean the same to every caller.
`;
