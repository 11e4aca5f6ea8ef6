/** The functions or files that need most, and their part of the whole. */
export type Profile = readonly { readonly name: string; readonly part: number }[];

/** How often V8 saw each function at work. */
export type Hits = Readonly<Record<string, number>>;

const MOST = 5;

/** Starts V8's profiler in this process. Returns what stops it. */
export async function startProfiler(): Promise<() => Promise<Hits>> {
  // Not at the top of the file: the programs whose start is measured must not load it.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    const hits: Record<string, number> = {};
    for (const { callFrame, hitCount = 0 } of profile.nodes) {
      const { functionName, url } = callFrame;
      if (functionName === '(idle)' || hitCount === 0) continue;
      const name = `${functionName || '(anonymous)'}${url === '' ? '' : ` in ${placeOf(url)}`}`;
      hits[name] = (hits[name] ?? 0) + hitCount;
    }
    return hits;
  };
}

/** Returns the most frequent names. Equal names are added up. */
export function topOf(counts: readonly Hits[]): Profile {
  const sums = new Map<string, number>();
  for (const hits of counts) for (const [name, count] of Object.entries(hits)) sums.set(name, (sums.get(name) ?? 0) + count);
  const total = [...sums.values()].reduce((sum, count) => sum + count, 0);
  const top = [...sums].sort(([, a], [, b]) => b - a).slice(0, MOST);
  return top.map(([name, count]) => ({ name, part: count / total }));
}

/** `file:///…/node_modules/apigw-proxy/dist/chunks/base.js` → `chunks/base.js`; other packages by name. */
function placeOf(url: string): string {
  if (url.startsWith('node:')) return url;
  const [, inside] = /.*\/node_modules\/(?:apigw-proxy\/dist\/)?(.+)/.exec(url) ?? [];
  return inside ?? 'the benchmark';
}
