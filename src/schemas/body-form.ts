/** Fields of a form: name to value, or to an array of values if the name is repeated. */
export type FormFields = Record<string, string | string[]>;

/** Parses `application/x-www-form-urlencoded`; `undefined` if a field is called `__proto__`. */
export function parseForm(text: string): FormFields | undefined {
  const fields: FormFields = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === '__proto__') return undefined;
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (before === undefined) fields[name] = value;
    else if (typeof before === 'string') fields[name] = [before, value];
    else before.push(value);
  }
  return fields;
}
