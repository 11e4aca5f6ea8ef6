import { checkNames, checkShapes, invalidOption, type Shape } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import type { ListenOptions } from './listen-options.js';

const SHAPES = {
  host: { is: 'name', example: "'127.0.0.1', or '0.0.0.0' to let other computers in" },
  clientTimeout: { is: 'limit', example: 'a number of milliseconds such as 30000' },
  closeTimeout: { is: 'amount', example: 'a number of milliseconds such as 5000' },
  inspect: { is: 'boolean', example: 'true or false' },
} as const satisfies Record<keyof ListenOptions, Shape>;

/**
 * Checks how a server should listen. An invalid host could let other computers in.
 *
 * @throws GatewayError `invalid-option` or `unknown-option`.
 */
export function checkListenOptions(port: unknown, options: unknown): void {
  checkPort(port);
  if (!isObject(options)) throw invalidOption(['options'], 'an object', options, 'Pass options such as { inspect: true }.');
  checkNames(options, Object.keys(SHAPES), []);
  checkShapes(options, SHAPES, []);
}

/**
 * Checks a port.
 *
 * @throws GatewayError `invalid-option`.
 */
export function checkPort(port: unknown): void {
  if (Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65_535) return;
  throw invalidOption(['port'], 'an integer from 0 to 65535', port, 'Pass 0 for a free port.');
}
