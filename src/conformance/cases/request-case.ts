import type { AnyCase } from './any-case.js';

/** A request, and what its event must contain. */
export interface RequestCase extends AnyCase {
  /** The kind of event: `proxy`, `authorizer-request`, `authorizer-token`, `ws-authorizer`, `ws-connect`, `ws-message`, `ws-disconnect`. */
  readonly event: string;
  readonly stage: string;
  /** The route key, or the resource path of a REST API. */
  readonly route: string;
  readonly request: RequestCaseRequest;
  readonly settings?: RequestCaseSettings;
  /** Expected values by dotted path. Keys of the event may have dots, too. */
  readonly expect: Readonly<Record<string, unknown>>;
  /** Dotted paths that must be absent. */
  readonly absent?: readonly string[];
}

/** The request in a {@link RequestCase}, as the client sent it. */
export interface RequestCaseRequest {
  readonly method: string;
  /** The path with the stage, as written in the request line. Default `/`. */
  readonly path?: string;
  /** The query as written, without `?`. */
  readonly rawQuery?: string;
  /** Headers in the order and spelling of the client. `{apiId}`, `{region}` and `{account}` stand for values that don't matter. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly bodyText?: string;
  readonly bodyBase64?: string;
}

/** Settings of the API in a {@link RequestCase}. */
export interface RequestCaseSettings {
  readonly endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE';
  readonly httpVersion?: '1.1' | '2';
  readonly binaryMediaTypes?: readonly string[];
  readonly stageVariables?: Readonly<Record<string, string>>;
  /** Whether the test button of the console sent the request. */
  readonly testInvoke?: boolean;
  readonly identitySource?: string | readonly string[];
  readonly authType?: 'NONE' | 'AWS_IAM';
  readonly authorizer?: {
    readonly type: string;
    readonly scopes?: readonly string[];
    readonly cached?: boolean;
    readonly result?: { readonly principalId?: string; readonly context?: Readonly<Record<string, unknown>> };
  };
  readonly customDomain?: {
    readonly domainName: string;
    readonly basePath?: string;
    readonly apiMappingKey?: string;
    readonly stage?: string | null;
  };
  readonly routeSelectionExpression?: string;
  readonly close?: { readonly code?: number | null; readonly reason?: string; readonly cause?: string };
}
