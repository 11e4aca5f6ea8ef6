declare const FIX: unique symbol;

/**
 * The type of an option that is always a mistake. No value has this type, so the compiler reports the option, and its message shows the text.
 *
 * @typeParam TText What to do instead: `` 'Did you mean `method`?' ``.
 */
export interface Fix<TText extends string> {
  readonly [FIX]: TText;
}

/**
 * Fields of AWS's events that are not options of a builder, and the option to use instead. Declared so that the compiler suggests that
 * option. At run time, the builder's `GatewayError` does.
 */
export interface MisnamedOptions {
  /** @deprecated Not an option: use `method`. */
  httpMethod?: Fix<'Did you mean `method`?'>;
  /** @deprecated Not an option: use `path`. */
  rawPath?: Fix<'Did you mean `path`?'>;
  /** @deprecated Not an option: use `path`. */
  url?: Fix<'Did you mean `path`?'>;
  /** @deprecated Not an option: use `query`. */
  queryStringParameters?: Fix<'Did you mean `query`?'>;
  /** @deprecated Not an option: use `query`, which accepts arrays. */
  multiValueQueryStringParameters?: Fix<'Did you mean `query`?'>;
  /** @deprecated Not an option: use `query`, which accepts a string. */
  rawQueryString?: Fix<'Did you mean `query`?'>;
  /** @deprecated Not an option: use `headers`, which accepts arrays. */
  multiValueHeaders?: Fix<'Did you mean `headers`?'>;
  /** @deprecated Not an option: use `route`. */
  routeKey?: Fix<'Did you mean `route`?'>;
  /** @deprecated Not an option: use `route`. */
  resource?: Fix<'Did you mean `route`?'>;
  /** @deprecated Not an option: pass bytes as `body`. */
  isBase64Encoded?: Fix<'Did you mean `body`?'>;
  /** @deprecated Not an option: use `authorizer` and the other settings, or `override`. */
  requestContext?: Fix<'Did you mean `override`?'>;
}

/**
 * The type of the option `route`. A route in the syntax of Express doesn't compile, and the message shows how to write it.
 *
 * @typeParam TRoute The route, if it is known.
 */
export type RouteOption<TRoute extends string> = TRoute extends ExpressRoute ? Fix<`Write \`${WithBraces<TRoute>}\`.`> : TRoute;

/** A route in the syntax of Express. */
export type ExpressRoute = `${string}/:${string}` | `${string}/*`;

/** `/users/:id/*` → `/users/{id}/{proxy+}`. */
type WithBraces<TRoute extends string> = TRoute extends `${infer Start}/:${infer Name}/${infer Rest}`
  ? `${Start}/{${Name}}${WithBraces<`/${Rest}`>}`
  : TRoute extends `${infer Start}/:${infer Name}`
    ? `${Start}/{${Name}}`
    : TRoute extends `${infer Start}/*`
      ? `${Start}/{proxy+}`
      : TRoute;
