import { type ExecuteApiArn, executeApiArn } from '../gateway/arn.js';

/** The parts of an `execute-api` ARN or of a pattern, which may have `*` and `?` in any part and end early. */
export interface ExecuteApiArnParts {
  /** `aws`, `aws-cn`, `aws-us-gov` … Default where an ARN is written: the region's. */
  readonly partition?: string;
  /** The API's region; in the source ARN of an invocation the function's. */
  readonly region: string;
  /** The account that owns the API, twelve digits. */
  readonly accountId: string;
  /** The API's id, or `*` for every API. */
  readonly apiId: string;
  /** Name of the stage: `prod`, `$default`. Absent where a pattern ends with the API. */
  readonly stage?: string;
  /** The method, with {@link path} beside it. `ANY` stands for every method. */
  readonly method?: string;
  /** The path below the stage, with its slash: `/users/1`, `/` for the root. */
  readonly path?: string;
  /** What stands behind the stage without a path: `$connect`, `$default`, a message route, `*`. Absent beside {@link path}. */
  readonly routeKey?: string;
}

const ARN = /^arn:(aws[^:]*):execute-api:([^:]*):([^:]*):([^/]+)(?:\/([^/]*)(?:\/([^/]*)(\/.*)?)?)?$/s;

/**
 * Takes an `execute-api` ARN or a pattern apart; `undefined` when it is none.
 *
 * @example
 * ```ts
 * import { parseExecuteApiArn } from 'apigw-proxy';
 *
 * const { method, path } = parseExecuteApiArn('arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/users/1') ?? {};
 * console.log(method, path); // => GET /users/1
 * ```
 */
export function parseExecuteApiArn(arn: string): (ExecuteApiArnParts & { readonly partition: string }) | undefined {
  const [, partition, region, accountId, apiId, stage, last, path] = ARN.exec(arn) ?? [];
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

/** Writes an `execute-api` ARN or a pattern; {@link parseExecuteApiArn} gives the same parts back. */
export function formatExecuteApiArn(parts: ExecuteApiArnParts): ExecuteApiArn {
  const { region, accountId, apiId, stage, method, path, routeKey, partition } = parts;
  const last = routeKey ?? (method === undefined ? undefined : `${method}${path ?? '/'}`);
  const resource = [apiId, stage, last].filter((part) => part !== undefined).join('/');
  return executeApiArn(region, accountId, resource, partition);
}
