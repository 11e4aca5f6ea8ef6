import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { DeployedCors } from '../deployment.js';
import type { KeyRules } from '../reading/keys.js';
import type { Place } from '../reading/place.js';
import { readBoolean, readNumber } from '../reading/values.js';
import { readFields } from '../template/properties.js';
import { readTexts } from '../template/values.js';

const CORS = {
  AllowOrigins: 'read',
  AllowMethods: 'read',
  AllowHeaders: 'read',
  ExposeHeaders: 'read',
  MaxAge: 'read',
  AllowCredentials: 'read',
} as const satisfies KeyRules;

/** Reads the CORS settings of an HTTP API or a function URL. */
export function readCors(value: unknown, place: Place): DeployedCors | undefined {
  if (value === undefined) return undefined;
  const { read } = readFields(value, CORS, place);
  return dropUndefined({
    allowOrigins: read('AllowOrigins', readTexts),
    allowMethods: read('AllowMethods', readTexts),
    allowHeaders: read('AllowHeaders', readTexts),
    exposeHeaders: read('ExposeHeaders', readTexts),
    maxAge: read('MaxAge', readNumber),
    allowCredentials: read('AllowCredentials', readBoolean),
  });
}
