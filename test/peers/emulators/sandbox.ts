import { join } from 'node:path';
import type { StackApi, StackRoute } from '../../../src/conformance/stack/stack-apis.js';
import type { Emulator } from './serve.js';

/** Serves an HTTP API as a project of Architect. */
export const SANDBOX: Emulator = {
  files: (api, stack) => ({
    'app.arc': projectOf(api),
    'preferences.arc': '@sandbox\nlivereload false\n', // otherwise it writes a script into every page
    'function/index.mjs': stack['handler.mjs'],
    'function/results.json': stack['results.json'],
  }),
  command: (home, [port]) => [join(home, 'processes/sandbox.mjs'), `${port}`],
  prefix: () => '',
};

/** Returns a manifest with the routes of an API. Every route has the same function. */
export function projectOf({ target, routes }: StackApi): string {
  const lines = routes.filter(({ authorizer, isShort }) => !authorizer && !isShort).flatMap(routeLines);
  return ['@app', 'conformance', '', '@aws', `apigateway ${target === 'http-1.0' ? 'httpv1' : 'httpv2'}`, '', '@http', ...lines, ''].join(
    '\n',
  );
}

/** `POST /a/{id}/{rest+}` → `/a/:id/*`. */
function routeLines({ method, path }: StackRoute): string[] {
  const place = path === '$default' ? '/*' : path.replaceAll(/\{\w+\+\}/g, '*').replaceAll(/\{(\w+)\}/g, ':$1');
  return [place, `  method ${method.toLowerCase()}`, '  src function'];
}
