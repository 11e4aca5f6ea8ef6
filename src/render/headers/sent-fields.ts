import type { HttpField } from '../../http/request.js';
import { titleCase } from '../../http/title-case.js';
import type { HeaderLine } from '../read/bind-headers.js';
import type { Rendering } from '../rendering.js';
import { REMAPPED_PREFIX } from '../targets/special-headers.js';
import { CORS_HEADERS, corsFields, corsOf } from './cors.js';

/** The function's headers as the gateway sends them. */
export interface SentFields {
  /** Content-Type as the function gave it; empty when it is null, so that no default takes its place; `undefined`: not given. */
  readonly type: readonly HttpField[] | undefined;
  /** All others. */
  readonly fields: readonly HttpField[];
  /** Whether the function has encoded the body itself. */
  readonly isEncoded: boolean;
}

/** Applies CORS and the target's table of special headers to the function's lines, and spells their names as the target does. */
export function sentFields(lines: readonly HeaderLine[], { gateway, dialect, request, report }: Rendering): SentFields {
  const cors = corsOf(gateway);
  const hasCors = cors !== undefined;
  // documented: the configured headers take the place of the function's. assumed: those vanish also where none are sent in their place.
  const evidence = hasCors && corsFields(cors, request).length === 0 ? 'assumed' : undefined;
  const fields: HttpField[] = [];
  let type: HttpField[] | undefined;
  let isEncoded = false;
  for (const { name, key, value, path } of lines) {
    const spelled = dialect.titleCase ? titleCase(name) : name;
    if (key === 'content-type') {
      type ??= [];
      if (value !== null) type.push([spelled, value]);
      continue;
    }
    const special = dialect.special.get(key);
    if (key === 'content-encoding') isEncoded = true;
    if (value === null) continue;
    if (hasCors && CORS_HEADERS.has(key)) {
      report('cors-overridden', path, name, evidence);
    } else if (special === undefined) {
      fields.push([spelled, value]);
    } else if (special.fate === 'passed') {
      fields.push([spelled, value]);
      report('behaviour-assumed', path, `${name} is sent as it is`, special.evidence);
    } else if (special.fate === 'remapped') {
      fields.push([REMAPPED_PREFIX + name, value]);
      report('header-remapped', path, REMAPPED_PREFIX + name, special.evidence);
    } else {
      report('header-dropped', path, name, special.evidence);
    }
  }
  return { type, fields, isEncoded };
}
