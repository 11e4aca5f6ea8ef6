// Measures what the library costs, as ratios in one run. Not part of the tests. Run it with `npm run build && npm run bench`.
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import {
  APIGatewayProxyEventSchema as PeerSchema,
  APIGatewayProxyEventV2Schema as PeerSchemaV2,
} from '@aws-lambda-powertools/parser/schemas';
import {
  buildHttpEvent,
  buildRestEvent,
  buildWebsocketSession,
  findRoute,
  isAPIGatewayProxyEvent,
  isAPIGatewayProxyEventV2,
  renderResult,
  toEvent,
  toHttp1Bytes,
} from 'apigw-proxy';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema } from 'apigw-proxy/schemas';
import { build } from 'esbuild';

const ROUNDS = 25;
const MILLISECONDS = 8;

const init = {
  route: 'POST /users/{id}/notes',
  pathParameters: { id: 42 },
  query: { tag: ['a', 'b'], full: true },
  cookies: { session: 'abc', theme: 'dark' },
  headers: {
    Accept: '*/*',
    'Accept-Encoding': 'gzip, br',
    'Accept-Language': 'en',
    'User-Agent': 'bench/1',
    'X-A': '1',
    'X-B': '2',
    'X-C': '3',
  },
  json: { text: 'hello', list: [1, 2, 3] },
};
const rest = buildRestEvent(init);
const http = buildHttpEvent(init);
const restText = JSON.stringify(rest);
const httpText = JSON.stringify(http);
const body = JSON.stringify(Array.from({ length: 160 }, (_, id) => ({ id, name: `user ${id}`, active: id % 2 === 0, tags: ['a', 'b'] })));
const result = { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
const head = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n');
const bodyBytes = Buffer.from(body);

const minimalText = JSON.stringify(buildHttpEvent({}));
const { json: _, ...common } = init;
const buildNote = buildHttpEvent.with(common);
const session = buildWebsocketSession();
const messageText = JSON.stringify(session.message('hi'));
const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'];
const sent = {
  method: 'POST',
  headers: [
    ['Host', 'example.com'],
    ['Content-Type', 'application/json'],
    ['Cookie', 'session=abc; theme=dark'],
    ...Array.from({ length: 17 }, (_value, index) => [`X-Header-${index}`, `value ${index} of usual length`]),
  ],
  body: Buffer.from(JSON.stringify(init.json)),
};
const lists = new Map(
  [1, 10, 100, 1000].map((count) => [count, Object.freeze(Array.from({ length: count }, (_value, index) => `GET /r${index}/{id}`))]),
);
const find = (count) => findRoute({ method: 'GET', target: `/r${count - 1}/7`, headers: [] }, lists.get(count), { target: 'http-2.0' });

const groups = [
  [
    '× JSON.parse of the REST event',
    () => JSON.parse(restText),
    {
      'guard (budget 0.03)': () => isAPIGatewayProxyEvent(rest),
      'schema.parse (budget 0.12)': () => APIGatewayProxyEventSchema.parse(rest),
      '@aws-lambda-powertools/parser': () => PeerSchema.parse(rest),
      'buildRestEvent (budget 0.8)': () => buildRestEvent(init),
      'structuredClone of it': () => structuredClone(rest),
    },
  ],
  [
    '× JSON.parse of the 2.0 event',
    () => JSON.parse(httpText),
    {
      'guard (budget 0.03)': () => isAPIGatewayProxyEventV2(http),
      'schema.parse (budget 0.12)': () => APIGatewayProxyEventV2Schema.parse(http),
      '@aws-lambda-powertools/parser': () => PeerSchemaV2.parse(http),
      'buildHttpEvent (budget 0.8)': () => buildHttpEvent(init),
      'the same, half of it by with()': () => buildNote({ json: init.json }),
      'structuredClone of it': () => structuredClone(http),
    },
  ],
  ['× JSON.parse of the minimal 2.0 event', () => JSON.parse(minimalText), { 'buildHttpEvent (budget 0.15)': () => buildHttpEvent({}) }],
  ...TARGETS.map((target) => {
    const gateway = { target, ...(target !== 'function-url' && { route: init.route }) };
    const request = { ...sent, target: `${target === 'rest' ? '/prod' : ''}/users/42/notes?tag=a&tag=b&full=true` };
    const text = JSON.stringify(toEvent(request, gateway));
    return [
      `× JSON.parse of the ${target} event of a request with 20 headers`,
      () => JSON.parse(text),
      { 'toEvent (budget 0.8)': () => toEvent(request, gateway) },
    ];
  }),
  ['× JSON.parse of the message event', () => JSON.parse(messageText), { 'session.message': () => session.message('hi') }],
  [
    '× findRoute in a frozen list of one route',
    () => find(1),
    Object.fromEntries([10, 100, 1000].map((count) => [`of ${count} routes (budget 2)`, () => find(count)])),
  ],
  [
    `× Buffer.concat of encoded parts, ${body.length} bytes of JSON`,
    () => Buffer.concat([head, Buffer.from(body)]),
    {
      'renderResult to bytes (budget 2)': () => toHttp1Bytes(renderResult(result, { target: 'rest' })),
      'Buffer.concat of finished buffers': () => Buffer.concat([head, bodyBytes]),
    },
  ],
];

for (const [title, base, contenders] of groups) {
  console.log(`\n${title}`);
  for (const [name, work] of Object.entries(contenders)) {
    const ratios = Array.from({ length: ROUNDS }, () => time(work) / time(base)).sort((a, b) => a - b);
    console.log(`  ${name.padEnd(36)} ${format(ratios[ROUNDS >> 1])}   (${format(ratios[2])} … ${format(ratios[ROUNDS - 3])})`);
  }
}

console.log('\nimport and first use in a new process, in milliseconds more than an empty script (budget 5)');
const empty = () => processTime('');
const use = () =>
  processTime(`import { isAPIGatewayProxyEvent } from 'apigw-proxy'; isAPIGatewayProxyEvent(JSON.parse(${JSON.stringify(restText)}));`);
const differences = Array.from({ length: 15 }, () => use() - empty()).sort((a, b) => a - b);
console.log(
  `  root entry, one guard                ${differences[7].toFixed(1)}   (${differences[1].toFixed(1)} … ${differences[13].toFixed(1)})`,
);

console.log('\nesbuild, minified, gzip');
for (const [name, source, budget] of [
  ['one guard', `import { isAPIGatewayProxyEvent } from 'apigw-proxy'; console.log(isAPIGatewayProxyEvent(1));`, '1.5 kB'],
  [
    'one schema, zod included',
    `import { APIGatewayProxyEventSchema } from 'apigw-proxy/schemas'; console.log(APIGatewayProxyEventSchema.safeParse(1));`,
    '30 kB',
  ],
]) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  console.log(`  ${name.padEnd(36)} ${(gzipSync(outputFiles[0].contents).length / 1000).toFixed(2)} kB (budget ${budget})`);
}

/** Returns the CPU time per call, in microseconds, measured over a few milliseconds. Other processes don't count. */
function time(work) {
  let calls = 0;
  const start = cpuTime();
  const end = start + MILLISECONDS * 1000;
  let now = start;
  while (now < end) {
    for (let index = 0; index < 50; index += 1) work();
    calls += 50;
    now = cpuTime();
  }
  return (now - start) / calls;
}

function cpuTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function processTime(source) {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, ['--input-type=module', '-e', source]);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function format(ratio) {
  return ratio.toFixed(ratio < 1 ? 3 : 2).padStart(7);
}
