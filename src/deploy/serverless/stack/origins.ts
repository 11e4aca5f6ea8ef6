import type { Finding } from '../../deployment.js';
import type { Stack } from './stack.js';

/** Returns where in `serverless.yml` something of the template comes from. */
export function originOf([section = '', id = '', ...rest]: readonly string[], { origins }: Stack): readonly string[] {
  if (section !== 'Resources') return ['resources', section, id, ...rest].filter((key) => key !== '');
  const origin = origins.get(id);
  if (origin === undefined) return ['resources'];
  return origin.isWritten ? [...origin.path, ...rest] : origin.path;
}

/** Moves findings about the template to where they come from. Two that become the same count once. */
export function moveFindings(findings: readonly Finding[], stack: Stack): readonly Finding[] {
  const moved = findings.map((finding) => ({ ...finding, where: originOf(keysOf(finding.where), stack).join('.') }));
  return [...new Map(moved.map((finding) => [`${finding.where}\n${finding.what}`, finding])).values()];
}

/** `Resources.Id.Properties.Name` → `['Resources', 'Id', 'Properties.Name']`. Ids of resources have no dots. */
function keysOf(where: string): readonly string[] {
  const [, section = '', id = '', rest] = /^([^.]*)(?:\.([^.]*))?(?:\.(.*))?$/s.exec(where) ?? [];
  return rest === undefined ? [section, id] : [section, id, rest];
}
