/** A text, or a character of structure. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

/**
 * The first key, as spelled, that an object of a JSON text has twice; `undefined` if none has. Parsers differ in which one they take.
 *
 * @param json valid JSON.
 */
export function duplicateKey(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isKey && token.startsWith('"')) {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(token);
      if (keys?.has(String(key))) return token;
      keys?.add(String(key));
    }
    isKey = token === '{' || (token === ',' && open.at(-1) !== undefined);
  }
  return undefined;
}
