import { type ExecuteApiArn, executeApiArn } from '../gateway/arn.js';
import { requireObject, requireString } from '../http/argument-error.js';

/** The parts of an `execute-api` ARN, or of a pattern, which may have `*` and `?` in any part and may end early. */
export interface ExecuteApiArnParts {
  /** `aws`, `aws-cn`, `aws-us-gov` … Default of `formatExecuteApiArn`: the region's partition. */
  readonly partition?: string;
  /** The API's region. In the source ARN of an invocation, the function's. */
  readonly region: string;
  /** The account that owns the API, twelve digits. */
  readonly accountId: string;
  /** The API's id, or `*` for every API. */
  readonly apiId: string;
  /** Name of the stage: `prod`, `$default`. Absent if a pattern ends with the API. */
  readonly stage?: string;
  /** The method. `ANY` means every method. Absent without {@link path}. */
  readonly method?: string;
  /** The path below the stage, with its slash: `/users/1`, `/` for the root. */
  readonly path?: string;
  /** Everything after the stage, if it is not a method and a path: `$connect`, `$default`, a message route, `*`. */
  readonly routeKey?: string;
}

const ARN = /^arn:(aws[^:]*):execute-api:([^:]*):([^:]*):([^/]+)(?:\/([^/]*)(?:\/([^/]*)(\/.*)?)?)?$/s;

/**
 * Returns the parts of an `execute-api` ARN or a pattern. Returns `undefined` for anything else.
 *
 * @param arn the ARN or the pattern.
 * @throws nothing.
 * @example
 * ```ts
 * import { parseExecuteApiArn } from 'apigw-proxy';
 *
 * const { method, path } = parseExecuteApiArn('arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/users/1') ?? {};
 * console.log(method, path); // => GET /users/1
 * ```
 */
export function parseExecuteApiArn(arn: string): (ExecuteApiArnParts & { readonly partition: string }) | undefined {
  const [, partition, region, accountId, apiId, stage, last, path] = (typeof arn === 'string' && ARN.exec(arn)) || [];
  if (partition === undefined || region === undefined || accountId === undefined || apiId === undefined) return undefined;
  return {
    partition,
    region,
    accountId,
    apiId,
    ...(stage !== undefined && { stage }),
    ...(last !== undefined && (path === undefined ? { routeKey: last } : { method: last, path })),
  };
}

/**
 * Returns the `execute-api` ARN or the pattern with these parts. {@link parseExecuteApiArn} returns the same parts again.
 *
 * @param parts the parts. Each may be a pattern with `*` and `?`. `partition` is optional: the region decides.
 * @throws TypeError if a part is not a string.
 * @example
 * ```ts
 * import { formatExecuteApiArn } from 'apigw-proxy';
 *
 * const api = { region: 'us-east-2', accountId: '123456789012', apiId: 'mnh1xmpli7', stage: 'prod' };
 * console.log(formatExecuteApiArn({ ...api, method: 'GET', path: '/users/*' }));
 * // => arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/users/*
 * ```
 */
export function formatExecuteApiArn(parts: ExecuteApiArnParts): ExecuteApiArn {
  requireObject(['parts'], parts);
  const { region, accountId, apiId, stage, method, path, routeKey, partition } = parts;
  for (const [name, part] of Object.entries({ region, accountId, apiId })) requireString([name], part);
  for (const [name, part] of Object.entries({ partition, stage, method, path, routeKey })) {
    if (part !== undefined) requireString([name], part);
  }
  const last = routeKey ?? (method === undefined ? undefined : `${method}${path ?? '/'}`);
  const resource = [apiId, stage, last].filter((part) => part !== undefined).join('/');
  return executeApiArn(region, accountId, resource, partition);
}
