import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import type { Dialect } from './dialect.js';
import type { Issue, Report } from './issues.js';
import type { RenderOptions, RenderTarget } from './types.js';

/** What the steps of rendering one result share. */
export interface Rendering {
  readonly gateway: Gateway<RenderTarget>;
  readonly dialect: Dialect;
  readonly request: HttpRequest;
  readonly options: RenderOptions;
  /** What was found so far. */
  readonly issues: readonly Issue[];
  readonly report: Report;
}
