import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    schemas: 'src/schemas/index.ts',
    http: 'src/http/index.ts',
    events: 'src/events/index.ts',
    render: 'src/render/index.ts',
    local: 'src/local/index.ts',
    arbitraries: 'src/arbitraries/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  removeNodeProtocol: false,
  sourcemap: true,
  splitting: true,
  // Chunks are free of side effects, as package.json says of all files: no import remains for the sake of one.
  treeshake: { moduleSideEffects: false },
  clean: true,
  // Node's types are for local/ alone; `npm run typecheck` holds the other folders to the platform's.
  // tsup injects `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0', types: ['node'] } },
});
