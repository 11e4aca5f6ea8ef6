import { decisionsPage } from './decisions-page.js';
import { issuesPage } from './issues-page.js';
import { mutationPage } from './mutation-page.js';
import { samplesPage } from './samples-page.js';
import { settingsPage } from './settings-page.js';

/** The pages that `npm run pages` generates, and their text. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/decisions/README.md': decisionsPage,
  'docs/issues.md': issuesPage,
  'docs/mutation.md': mutationPage,
  'docs/samples.md': samplesPage,
  'docs/settings.md': settingsPage,
};
