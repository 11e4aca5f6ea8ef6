import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/decisions';

/** Returns the list of decisions, by number. */
export function decisionsPage(): string {
  const lines = readdirSync(FOLDER)
    .filter((file) => /^\d.*\.md$/.test(file))
    .sort()
    .map((file) => `* [${titleOf(readFileSync(`${FOLDER}/${file}`, 'utf8'))}](${file})`);
  return `# Decisions\n\nHard choices, and the reasons for them. The newest are last.\n\n${lines.join('\n')}\n`;
}

function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1] ?? '';
}
