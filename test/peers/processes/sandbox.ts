import { importPackage } from './answer-all.js';

// Starts Architect's sandbox in the working directory, on the port that the command line names.

const { default: sandbox } = await importPackage<{ default: { start: (options: object) => Promise<unknown> } }>('@architect/sandbox');
await sandbox.start({ port: Number(process.argv[2]), quiet: true });
