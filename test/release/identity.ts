/** What a `package.json` needs before the package can be published, as far as it is read here. */
export interface Manifest {
  readonly version?: unknown;
  readonly private?: unknown;
  readonly [name: string]: unknown;
}

/** The fields that only the owner can fill in, and what each of them is. */
const OWNERS_FIELDS: Readonly<Record<string, string>> = {
  repository: 'where the source is, such as { "type": "git", "url": "git+https://…" }',
  bugs: 'where people report bugs, such as { "url": "https://…" }',
  homepage: 'the address of the documentation',
  author: 'who is responsible for the package',
};

/** Lists what is missing in the package's identity, with what to do. The package is published only if there is nothing. */
export function identityProblems(manifest: Manifest): string[] {
  const missing = Object.entries(OWNERS_FIELDS)
    .filter(([name]) => !isFilledIn(manifest[name]))
    .map(([name, meaning]) => `\`${name}\` is missing in package.json. Add ${meaning}.`);
  if (manifest.private === true) missing.push('`private` is true in package.json. Remove it when the fields above are there.');
  return missing;
}

/** Lists what is missing in the changelog for this version: a section with its number and its date. */
export function changelogProblems(changelog: string, version: string): string[] {
  const [, heading, date] = /^## ([^\s(]+)(?: \((.*)\))?$/m.exec(changelog) ?? [];
  if (heading !== version)
    return [`The newest section of CHANGELOG.md is about ${heading}, but the version in package.json is ${version}.`];
  return /^\d{4}-\d\d-\d\d$/.test(date ?? '')
    ? []
    : [`The section ${version} of CHANGELOG.md needs a date: \`## ${version} (2026-01-31)\`.`];
}

function isFilledIn(value: unknown): boolean {
  const text = typeof value === 'object' && value !== null ? Object.values(value).join('') : value;
  return typeof text === 'string' && text.trim() !== '' && !/example\.(?:com|org)|TODO/.test(text);
}
