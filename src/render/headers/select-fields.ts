import type { HttpField } from '../../http/request.js';
import type { HeaderLine } from '../read/bind-headers.js';
import { assume, type Rendering } from '../rendering.js';
import { REMAPPED_PREFIX } from '../targets/special-headers.js';

/** The function's headers as the gateway sends them. */
export interface SentFields {
  /** Content-Type as the function set it. Empty if it is null, so that there is no default. `undefined`: the function didn't set one. */
  readonly type: readonly HttpField[] | undefined;
  /** All others. */
  readonly fields: readonly HttpField[];
  /** Whether the function has encoded the body itself. */
  readonly isEncoded: boolean;
}

/** Applies CORS and the target's table of special headers to the function's lines, and spells their names as the target does. */
export function selectFields(lines: readonly HeaderLine[], rendering: Rendering): SentFields {
  const { dialect } = rendering;
  const fields: HttpField[] = [];
  let type: HttpField[] | undefined;
  let isEncoded = false;
  for (const line of lines) {
    const { name, key, title, value } = line;
    if (key === 'content-type') {
      type ??= [];
      if (value !== null) type.push([dialect.titleCase ? title : name, value]);
      continue;
    }
    if (key === 'content-encoding') isEncoded = true;
    if (value === null) continue;
    const sent = nameToSend(line, rendering);
    if (sent !== undefined) fields.push([sent, value]);
  }
  return { type, fields, isEncoded };
}

/** Returns the name under which a header is sent; `undefined` if it isn't. Reports what you may not expect. */
function nameToSend({ name, key, title, path }: HeaderLine, rendering: Rendering): string | undefined {
  const { dialect, cors, report } = rendering;
  if (cors?.replaced.has(key)) {
    // documented: the configured headers replace the function's. assumed: they are dropped even if nothing replaces them.
    report('cors-overridden', path, name, { evidence: cors.fields.length === 0 ? 'assumed' : undefined });
    return undefined;
  }
  const special = dialect.special.get(key);
  const spelled = dialect.titleCase ? title : name;
  if (special === undefined) return spelled;
  const { fate, evidence, isHarmless } = special;
  const known = { evidence, severity: isHarmless ? 'info' : undefined } as const;
  if (fate === 'passed') {
    assume(rendering, 'header-sent', path, known);
    return spelled;
  }
  if (fate === 'remapped') {
    report('header-remapped', path, REMAPPED_PREFIX + name, known);
    return REMAPPED_PREFIX + name;
  }
  report('header-dropped', path, name, known);
  return undefined;
}
