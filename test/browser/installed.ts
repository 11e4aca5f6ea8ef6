import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine, or what `CHROMIUM` names; `undefined` without one. */
export const chromiumPath: string | undefined = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path));
