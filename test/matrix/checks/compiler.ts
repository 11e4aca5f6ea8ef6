import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '../../package/commands.js';
import { JOURNEY } from '../project.js';
import type { Held } from '../row.js';

const MODES = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** Compiles the journey in a project, with every way to resolve modules and with the declarations of the library. */
export function checkCompiler(home: string): Held {
  const files = readdirSync(JOURNEY);
  for (const name of files) copyFileSync(join(JOURNEY, name), join(home, name));
  for (const mode of MODES) {
    const options = { ...mode, skipLibCheck: false, types: ['node'], lib: ['es2022', 'dom', 'dom.iterable'] };
    const { status, output } = compile(resolve(home, 'node_modules/typescript'), files, options, home);
    if (status !== 0) throw new Error(`${mode.moduleResolution}: ${output}`);
  }
  return { remark: MODES.map(({ moduleResolution }) => `\`${moduleResolution}\``).join(', ') };
}
