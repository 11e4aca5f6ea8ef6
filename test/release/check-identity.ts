// Refuses to publish while package.json lacks what only the owner can fill in: npm runs this before it publishes (`prepublishOnly`).
import manifest from '../../package.json' with { type: 'json' };
import { identityProblems } from './identity.js';

const problems = identityProblems(manifest);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
