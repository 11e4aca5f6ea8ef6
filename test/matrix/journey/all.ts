import { runLocal } from './local.js';
import { runRoot } from './root.js';
import { runSchemas } from './schemas.js';

await runRoot();
runSchemas();
await runLocal();
console.log('done');
