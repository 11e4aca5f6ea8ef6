// Writes the generated pages of docs/: `npm run pages`.
import { writeFileSync } from 'node:fs';
import { GENERATED } from './pages.js';

for (const [file, page] of Object.entries(GENERATED)) writeFileSync(file, page());
