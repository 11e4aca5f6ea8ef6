import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** The files with cases that are part of the package. */
const FILES: readonly string[] = ['render-cases.json', 'request-cases.json'];

const DATA = new URL('../conformance/data/', import.meta.url);

/** The file that reads the cases: the source in tests, what tsup made of it in a build. */
const READER = /[\\/]conformance[\\/]cases[\\/]read-cases\.js$/;

/** Makes the built package read its own cases. A plugin for Rollup. */
export const locateCases = {
  name: 'locate-cases',
  transform(code: string, id: string): { readonly code: string; readonly map: null } | null {
    if (!READER.test(id)) return null;
    const located = code.replace('../../../test/conformance/data/', '../conformance/');
    if (located === code) throw new Error(`${id} doesn't name the folder of the cases.`);
    return { code: located, map: null };
  },
};

/** Writes the cases as small as they get. */
export async function writeCases(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of FILES) {
    const cases: unknown = JSON.parse(await readFile(new URL(name, DATA), 'utf8'));
    await writeFile(`${folder}/${name}`, JSON.stringify(cases));
  }
}
