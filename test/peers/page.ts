import { markdownTable } from '../markdown-table.js';
import type { Peer, Role } from './peer.js';
import { type CaseScore, type Failure, summarize, topFailures } from './score.js';

/** A peer after its run. */
export interface PlayedPeer {
  readonly peer: Pick<Peer, 'name' | 'role' | 'packages' | 'claims' | 'remark'>;
  readonly scores: readonly CaseScore[];
  /** Why each of the other cases wasn't asked. */
  readonly notAsked: readonly string[];
}

/** When and where the peers were played. */
export interface Run {
  readonly date: string;
  readonly commit: string;
  readonly node: string;
}

/** Returns the page with the scores of all peers. */
export function peersPage(played: readonly PlayedPeer[], { date, commit, node }: Run): string {
  const ofRole = (role: Role): readonly PlayedPeer[] => played.filter(({ peer }) => peer.role === role);
  return `${HEAD}
Measured on ${date} at commit ${commit}; the packages ran on Node.js ${node}. \`npm run peers\` installs the versions below in \`.cache/peers\`,
runs each in its own process, and writes this page. \`npm run peers -- NAME\` prints every difference of one package.

${EMULATORS}
${emulatorTable(ofRole('emulator'))}

${BUILDERS}
${builderTable(ofRole('builder'))}

${ADAPTERS}
${adapterTable(ofRole('adapter'))}

## What differs most?

Only differences that a tolerant reader notices, with the number of cases and one example each.

${played
  .filter(({ peer }) => Object.keys(peer.packages).length > 0)
  .map(detailsOf)
  .join('\n\n')}
`;
}

const HEAD = `# How close are other emulators and adapters to AWS?

The [recorded cases](conformance.md) can judge any package. This page has the scores of packages that install from npm and run without Docker or
an account, so SAM CLI and LocalStack are missing. Only cases that somebody has seen on AWS count, not those from documentation. A package is
asked only what it claims to do.

* **Strictly** means that nothing differs from what AWS did. Values that only AWS knows, such as ids and times, aren't compared.
* **Tolerantly** forgives what most clients and handlers don't notice: the spelling of header names, parameters of the Content-Type such as
  \`charset\`, a list in one header or in several, AWS's own headers such as \`x-amzn-requestid\`, \`Content-Length\` and other framing, and in
  events, \`null\`, absent and empty.

The cases were collected for this library and its rules follow them, so its own rows show only what is possible. How each package is set up is
in \`test/peers\`; corrections are welcome ([contributing](contributing.md)).
`;

const EMULATORS = `## Emulators

A result case asks which response the client gets for what a function returned. A request case asks which event the function gets.
`;

const BUILDERS = `## Builders of test events

Each gets what the author of a test knows: method, path, route, path parameters, headers, query and body, in the fields that the package
documents. The package fills in the rest. "Fields" counts the fields that were recorded, and how many of them are right for
a tolerant reader.
`;

const ADAPTERS = `## Adapters for web frameworks

Each gets the event of a recorded HTTP request, and its application reports what it sees: method, path, query, headers and body. It must be what
the client sent, as far as the event still has it. Strictly, path and query have the client's percent-encoding; tolerantly, they decode to the
same values. AWS decodes some of them, so no adapter can hold every case strictly. The events come from this library: they have each field that
was recorded, and fields that weren't are built by the same rules.
`;

function emulatorTable(played: readonly PlayedPeer[]): string {
  const head = ['emulator', 'version', 'results', 'strictly', 'tolerantly', 'requests', 'strictly', 'tolerantly', 'not asked'];
  return table(
    head,
    played.map((one) => [...nameCells(one), ...cellsOf(one.scores, 'result'), ...cellsOf(one.scores, 'request'), `${one.notAsked.length}`]),
  );
}

function builderTable(played: readonly PlayedPeer[]): string {
  return table(
    ['package', 'version', 'requests', 'strictly', 'tolerantly', 'fields', 'tolerantly'],
    played.map((one) => {
      const { fields, rightFields } = summarize(one.scores);
      return [...nameCells(one), ...cellsOf(one.scores, 'request'), `${fields}`, `${rightFields}`];
    }),
  );
}

function adapterTable(played: readonly PlayedPeer[]): string {
  return table(
    ['package', 'version', 'requests', 'strictly', 'tolerantly'],
    played.map((one) => [...nameCells(one), ...cellsOf(one.scores, 'request')]),
  );
}

function nameCells({ peer: { name, packages } }: PlayedPeer): string[] {
  return [`\`${name}\``, packages[name] ?? 'this commit'];
}

function cellsOf(scores: readonly CaseScore[], kind: CaseScore['kind']): string[] {
  const { played, strict, lenient } = summarize(scores.filter((score) => score.kind === kind));
  return played === 0 ? ['', '', ''] : [played, strict, lenient].map(String);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(head, rows, (_, column) => column >= 2);
}

/** What most of the differences are, at most this many. */
const MOST = 5;

function detailsOf({ peer, scores, notAsked }: PlayedPeer): string {
  const { name, role, packages, claims, remark } = peer;
  const others = Object.entries(packages).filter(([each]) => each !== name);
  const company = others.length > 0 ? `. Measured with ${others.map(([each, version]) => `${each} ${version}`).join(' and ')}` : '';
  return [
    `### ${name}, ${role}`,
    `It ${claims}${company}.${remark ? ` ${remark}` : ''}`,
    ...(role === 'emulator' ? [`Not asked: ${reasonsOf(notAsked)}.`] : []),
    topFailures(scores, MOST).map(failureLine).join('\n') || 'Nothing differs.',
  ].join('\n\n');
}

/** `12 × function-url, 3 × compression`. */
function reasonsOf(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const sorted = [...counts].sort(([left, few], [right, many]) => many - few || left.localeCompare(right, 'en'));
  return sorted.map(([reason, count]) => `${reason} (${count})`).join(', ');
}

function failureLine({ what, count, id, example }: Failure): string {
  return `* \`${what}\` (${count}): in \`${id}\`, ${codeOf(example)}`;
}

/** The longest part of an example that is shown. */
const LONGEST = 160;

function codeOf(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  const fence = short.includes('`') ? '``' : '`';
  return `${fence}${short.replaceAll(/\s+/g, ' ')}${fence}`;
}
