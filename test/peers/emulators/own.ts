import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withServedTemplate } from '../../../src/cli/deployed/served-template.js';
import { playCase } from '../../../src/conformance/play/play-conformance.js';
import { stackApis } from '../../../src/conformance/stack/stack-apis.js';
import { conformanceStack } from '../../../src/conformance/stack/stack-files.js';
import { idOf } from '../../../src/conformance/stack/stack-template.js';
import type { Case } from '../peer.js';
import type { CaseScore } from '../score.js';
import { scorePlayed } from './serve.js';

/** Plays cases against the local API of this library. */
export async function playOwnApi(cases: readonly Case[]): Promise<readonly CaseScore[]> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    for (const [name, text] of Object.entries(conformanceStack())) writeFileSync(join(folder, name), text);
    return await withServedTemplate(join(folder, 'template.json'), async (served) => {
      const urls = Object.fromEntries(stackApis().map((api) => [api.name, served[api.name] ?? served[`${idOf(api)}Url`] ?? '']));
      const scores: CaseScore[] = [];
      for (const given of cases) scores.push(scorePlayed(given, await playCase(given, urls)));
      return scores;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
