import type { Target } from '../../aws/target.js';
import { checkShapes, type Shapes } from '../../gateway/check-shape.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { Gateway } from '../../gateway/gateway.js';
import { type Endpoint, endpointOf } from '../../gateway/settings.js';
import type { SentRequest } from '../request/sent-request.js';
import { checkIsInit, hasOnlyRequestOptions } from './check-init.js';
import type { EventInit } from './event-init.js';
import { gatewayFromInit, requestFromInit } from './from-init.js';
import type { MisnamedOptions, RouteOption } from './misnamed-option.js';
import { deepFreeze, type Override, overrideParts } from './override.js';
import { type RequestOptions, requestOptions } from './request-options.js';

/** Options of a builder. */
export interface BuildInit<E> extends EventInit, MisnamedOptions {
  /** Parts of the event to replace as the last step. Objects are merged, everything else is replaced, `undefined` removes a key. Default: none. */
  override?: Override<E>;
  /** Whether the event and everything in it is frozen. Default: `false`. */
  freeze?: boolean;
}

/** Options for an event of a known route. */
export interface RouteInit<E, TRoute extends string> extends Omit<BuildInit<E>, 'route'> {
  /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: see {@link BuildInit}. */
  route?: RouteOption<TRoute>;
}

/**
 * Builds events of one kind, such as authorizer events.
 *
 * @typeParam E Type of AWS's events.
 * @typeParam TBuilt Type of the events as built, which is more precise.
 */
export interface EventBuilder<E, TBuilt extends E = E> {
  /**
   * Builds an event.
   *
   * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
   */
  <const TRoute extends string = string>(init?: RouteInit<E, TRoute>): TBuilt;
  /** Returns a builder with new defaults. Options override them one by one, and derived fields are recomputed. */
  with(defaults: BuildInit<E>): EventBuilder<E, TBuilt>;
}

const NONE = {};

/** Options of a builder that the events don't depend on. */
const SHAPES: Shapes = {
  override: { is: 'object', example: "parts of the event, such as { headers: { host: 'a.example' } }" },
  freeze: { is: 'boolean', example: 'true or false' },
};

/** The translation of the request that the options of a builder describe, in two steps. */
export interface InitTranslation<T extends Target, P, TBuilt> {
  /**
   * Finds what the events of the same request can share.
   *
   * @param route the route of the options. It takes precedence over the route of the settings, which is that of the builder's defaults.
   * @param endpoint the endpoint of the settings, if it is known already.
   */
  prepare(request: SentRequest, gateway: Gateway<T>, route: string | undefined, endpoint?: Endpoint): P;
  /** Writes a new event, which shares no object with other events. */
  write(prepared: P): TBuilt;
}

/** Makes a builder of the events that a translation writes. */
export function eventBuilder<T extends Target, P, E, TBuilt extends E = E>(
  target: T,
  translation: InitTranslation<T, P, TBuilt>,
  defaults: BuildInit<E> = NONE,
): EventBuilder<E, TBuilt> {
  let plan: Plan<T, P> | null | undefined;
  const prepare = ({ gateway, endpoint }: Plan<T, P>, options: RequestOptions): P =>
    translation.prepare(requestFromInit(options, gateway), gateway, options.route, endpoint);
  const build = (init: BuildInit<E> = NONE): TBuilt => {
    checkIsInit(init);
    if (plan === undefined) plan = planSettings<T, P>(target, defaults);
    if (plan === null || !hasOnlyRequestOptions(init)) return buildWithSettings(target, merge(init, defaults), translation);
    if (!plan.isFixed || !isEmpty(init)) return translation.write(prepare(plan, requestOptions(init, defaults)));
    plan.prepared ??= prepare(plan, requestOptions(NONE, defaults));
    return translation.write(plan.prepared);
  };
  const builder = Object.assign(build, {
    with(more: BuildInit<E>): EventBuilder<E, TBuilt> {
      checkIsInit(more);
      return eventBuilder<T, P, E, TBuilt>(target, translation, merge(more, defaults));
    },
  });
  return builder as EventBuilder<E, TBuilt>; // a route in the wrong syntax has a type without values, so `route` is always a string
}

/** What the defaults of a builder determine. */
interface Plan<T extends Target, P> {
  readonly gateway: Gateway<T>;
  /** The endpoint of a request without a Host header. */
  readonly endpoint: Endpoint;
  /** Whether all calls without options describe the same request. */
  readonly isFixed: boolean;
  /** What is prepared for such calls, after the first one. */
  prepared: P | undefined;
}

/**
 * Returns the settings of a builder's defaults, so that they are checked once: most calls have only options about the request. Returns `null` if
 * the defaults are wrong, because the options of a call may replace what is wrong.
 */
function planSettings<T extends Target, P>(target: T, defaults: EventInit): Plan<T, P> | null {
  try {
    const gateway = gatewayFromInit(target, defaults);
    return { gateway, endpoint: endpointOf(gateway), isFixed: isFixed(defaults), prepared: undefined };
  } catch {
    return null;
  }
}

/** Whether defaults describe the same request each time. A clock differs from call to call, and objects can be changed between two calls. */
function isFixed(defaults: EventInit): boolean {
  if (defaults.now !== undefined || defaults.ids !== undefined) return false;
  return Object.values(requestOptions(defaults, NONE)).every((value) => typeof value !== 'object');
}

/** Whether an object has no keys, not even inherited ones. */
function isEmpty(init: object): boolean {
  for (const _ in init) return false;
  return true;
}

/** Builds the event of options with settings. Overrides parts of it and freezes it, if the options say so. */
function buildWithSettings<T extends Target, P, E, TBuilt extends E>(
  target: T,
  init: BuildInit<E>,
  translation: InitTranslation<T, P, TBuilt>,
): TBuilt {
  if ('override' in init || 'freeze' in init) {
    const { override, freeze, ...others } = init;
    checkShapes({ override, freeze }, SHAPES, []);
    const event = overrideParts<E>(buildWithSettings(target, others, translation), override) as TBuilt; // more precise than AWS's type, unless overridden
    return freeze === true ? deepFreeze(event) : event;
  }
  const gateway = gatewayFromInit(target, init);
  return translation.write(translation.prepare(requestFromInit(requestOptions(init, NONE), gateway), gateway, init.route));
}

/** Returns options with defaults for those that are not given. `undefined` counts as not given. */
function merge<E>(init: BuildInit<E>, defaults: BuildInit<E>): BuildInit<E> {
  if (defaults === NONE) return init;
  const merged = { ...defaults, ...dropUndefined(init), ...requestOptions(init, defaults) };
  return dropUndefined(merged) as BuildInit<E>; // the options of both, without `undefined`
}
