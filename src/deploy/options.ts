import type { Target } from '../aws/target.js';
import type { DeploymentFormat } from './deployment.js';

/** Options of `readTemplate`: what the file doesn't say. All are optional. */
export interface ReadTemplateOptions {
  /** The format. Default: found by the content of the file. */
  readonly format?: DeploymentFormat;
  /** The stage to serve. Default: the file's own, if it has exactly one. In `serverless.yml`: the value of `--stage`. */
  readonly stage?: string;
  /** The kind of API, for an OpenAPI document that fits both a REST API and an HTTP API. */
  readonly target?: Target;
  /** Values for the parameters of a template, or for `${param:…}` in `serverless.yml`. Default: the file's own defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Stage variables, for an OpenAPI document. Default: none. */
  readonly stageVariables?: Readonly<Record<string, string>>;
  /**
   * Handlers of functions that the file knows only by name or ARN, such as those of an OpenAPI document: `{ orders: 'src/orders.handler' }`.
   * The key is the function's name, or the logical id in `${Orders.Arn}`. Default: none.
   */
  readonly functions?: Readonly<Record<string, string>>;
  /**
   * Whether nested stacks and nested applications are read, too. `true`: also the assets of a `cdk.out`. `false`: none; they are reported.
   * Default: those whose template is the path of a local file.
   */
  readonly nestedStacks?: boolean;
  /** Environment variables, for `${env:…}` in `serverless.yml`. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The region. Default: the file's own, or `us-east-1`. */
  readonly region?: string;
  /** The account. Default: `123456789012`. */
  readonly accountId?: string;
  /** The name of the stack. Default: `demo`. */
  readonly stackName?: string;
}
