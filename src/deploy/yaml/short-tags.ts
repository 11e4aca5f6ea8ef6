/** The intrinsic functions of CloudFormation that have a short form in YAML, such as `!Sub`. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
]);

/** Those whose long form has no `Fn::`. */
const PLAIN: ReadonlySet<string> = new Set(['Ref', 'Condition']);

/** Returns the long form of a short tag: `!Sub` → `Fn::Sub`. Returns `undefined` for a tag that CloudFormation doesn't know. */
export function longFormOf(tag: string): string | undefined {
  const name = tag.slice(1);
  if (PLAIN.has(name)) return name;
  return FUNCTIONS.has(name) ? `Fn::${name}` : undefined;
}

/** Writes a value with the long form of its tag: `!GetAtt A.B.C` → `{ 'Fn::GetAtt': ['A', 'B.C'] }`. */
export function withLongForm(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (name !== 'Fn::GetAtt' || typeof value !== 'string') return { [name]: value };
  const dot = value.indexOf('.');
  return { [name]: dot === -1 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
}
