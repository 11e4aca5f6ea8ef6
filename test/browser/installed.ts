import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of an installed Chromium: the value of `CHROMIUM`, or a usual place. `undefined` if there is none. */
export const chromiumPath: string | undefined = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path));
