// Plays the recorded cases against other packages, and writes docs/peers.md: `npm run peers`. `npm run peers -- serverless-offline` plays
// against one package, prints every difference and writes nothing.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { isObserved } from '../../src/conformance/cases/any-case.js';
import { readRenderCases, readRequestCases } from '../../src/conformance/index.js';
import { installPackages, PEER_NODE } from './install.js';
import { type PlayedPeer, peersPage } from './page.js';
import { type Case, type Peer, whyNotAsked } from './peer.js';
import { PEERS } from './peers.js';
import { splitSentence } from './score.js';

/** What somebody has seen AWS do. A documented rule or a guess is no reason to fault a package. */
const CASES: readonly Case[] = [...readRenderCases(), ...readRequestCases()].filter(isObserved);

const word = process.argv[2];
const played: PlayedPeer[] = [];
for (const peer of PEERS.filter(({ name, role }) => word === undefined || `${name} ${role}`.includes(word))) {
  const one = await play(peer);
  if (word !== undefined) printDifferences(one);
  played.push(one);
}
if (word === undefined) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  writeFileSync('docs/peers.md', peersPage(played, { date: new Date().toISOString().slice(0, 10), commit, node: PEER_NODE }));
}
process.exit(0); // a case can leave a handler's thread behind that never ends

async function play(peer: Peer): Promise<PlayedPeer> {
  console.error(`${peer.role} ${peer.name} …`);
  const home = Object.keys(peer.packages).length > 0 ? await installPackages(`${peer.role}-${peer.name}`, peer.packages) : '';
  const reasons = CASES.map((given) => [given, whyNotAsked(peer, given)] as const);
  const asked = reasons.flatMap(([given, reason]) => (reason === undefined ? [given] : []));
  return { peer, scores: await peer.play(asked, home), notAsked: reasons.flatMap(([, reason]) => reason ?? []) };
}

function printDifferences({ peer, scores }: PlayedPeer): void {
  console.log(`${peer.role} ${peer.name}`);
  for (const { id, strict, lenient } of scores.filter((score) => score.strict.length > 0)) {
    const noticed = new Set(lenient.map((sentence) => splitSentence(sentence)[0]));
    console.log(id);
    for (const sentence of strict) console.log(`  ${noticed.has(splitSentence(sentence)[0]) ? '' : '(forgiven) '}${sentence}`);
  }
}
