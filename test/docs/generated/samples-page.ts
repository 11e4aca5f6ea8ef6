import { annotateSamples } from '../../shapes/print-samples.js';

const INTRO = `# A sample of every event

Sample events of REST APIs, HTTP APIs, WebSocket APIs, function URLs and authorizers, as JSON. Each sample is complete: the builders create it from what
recordings of the real service show. The comments come from the [types](types.md).

The samples are files of the package, to import or to copy: \`apigw-proxy/samples/rest.json\`. To get an event with another path, body or user,
call its builder, or run \`npx apigw-proxy event rest\` (or \`http-2.0\`, \`function-url\`, \`websocket\`). Each type also has a
[JSON Schema](json-schema.md).

This page is generated from the builders and the types (\`npm run pages\`).
`;

/** Returns the page with a sample of every event. The comments are the types' doc comments. */
export function samplesPage(): string {
  const samples = annotateSamples().map(
    ({ title, kind, type, builder, annotated }) =>
      `## ${title}\n\n\`${type}\`, \`${builder}\`, \`apigw-proxy/samples/${kind}.json\`.\n\n\`\`\`jsonc\n${annotated}\n\`\`\`\n`,
  );
  return [INTRO, ...samples].join('\n');
}
