import { isObject } from '../../../http/is-object.js';
import { type ReadKeys, readEntries, readKeys } from '../../reading/keys.js';
import { at, optional, type Place, unsupported } from '../../reading/place.js';
import { readList, readString } from '../../reading/values.js';
import { EVENT, FUNCTION } from './function-rules.js';
import { API_GATEWAY, HTTP_API, PROVIDER } from './provider-rules.js';
import { CUSTOM, HARMLESS_PLUGINS, PACKAGE, ROOT } from './root-rules.js';

/** A `serverless.yml` whose variables are resolved. */
export interface Service {
  readonly name: string;
  readonly stage: string;
  readonly place: Place;
  readonly provider: ReadKeys<typeof PROVIDER>;
  readonly apiGateway: ReadKeys<typeof API_GATEWAY>;
  readonly httpApi: ReadKeys<typeof HTTP_API>;
  readonly functions: readonly ServiceFunction[];
  readonly resources: unknown;
}

/** A function of a service. */
export interface ServiceFunction {
  /** Its key. */
  readonly name: string;
  readonly place: Place;
  readonly keys: ReadKeys<typeof FUNCTION>;
  readonly events: readonly ServiceEvent[];
}

/** An event that reaches a function over an API. */
export interface ServiceEvent {
  readonly type: 'http' | 'httpApi' | 'websocket';
  readonly value: unknown;
  readonly place: Place;
}

/** Reads the sections of a service. What is in them is read later. */
export function readService(config: unknown, stage: string, place: Place): Service {
  const root = readKeys(config, ROOT, place);
  const inside = at(place, 'provider');
  const provider = readKeys(typeof root.provider === 'string' ? { name: root.provider } : root.provider, PROVIDER, inside);
  if (provider.name !== 'aws') unsupported(at(inside, 'name'), 'Only services on AWS can be read.');
  readKeys(root.package, PACKAGE, at(place, 'package'));
  readKeys(root.custom, CUSTOM, at(place, 'custom'), () => 'ignore');
  reportPlugins(root.plugins, at(place, 'plugins'));
  return {
    name: readString(root.service, at(place, 'service')) ?? 'service',
    stage,
    place,
    provider,
    apiGateway: readKeys(provider.apiGateway, API_GATEWAY, at(inside, 'apiGateway')),
    httpApi: readKeys(provider.httpApi, HTTP_API, at(inside, 'httpApi')),
    functions: readFunctions(root.functions, at(place, 'functions')),
    resources: root.resources,
  };
}

/** A plugin can add routes, or change them. */
function reportPlugins(plugins: unknown, place: Place): void {
  const [list, inside] = isObject(plugins) ? [plugins['modules'], at(place, 'modules')] : [plugins, place];
  for (const [index, name] of readList(list, inside).entries()) {
    const isHarmless = typeof name === 'string' && HARMLESS_PLUGINS.has(name);
    if (isHarmless) optional(at(inside, index), `The plugin ${name} does not run here.`);
    else unsupported(at(inside, index), `The plugin ${JSON.stringify(name)} does not run here, and it is not known what it changes.`);
  }
}

/** The functions can be an array of objects. */
function readFunctions(value: unknown, place: Place): readonly ServiceFunction[] {
  const lists = Array.isArray(value) ? value.map((item, index) => ({ item, inside: at(place, index) })) : [{ item: value, inside: place }];
  return lists.flatMap(({ item, inside }) =>
    readEntries(item, inside).map(([name, written]) => {
      const own = at(inside, name);
      const keys = readKeys(written, FUNCTION, own);
      readKeys(keys.package, PACKAGE, at(own, 'package'));
      return { name, place: own, keys, events: readEvents(keys.events, at(own, 'events')) };
    }),
  );
}

const TYPES = ['http', 'httpApi', 'websocket'] as const satisfies readonly ServiceEvent['type'][];

function readEvents(value: unknown, place: Place): readonly ServiceEvent[] {
  return readList(value, place).flatMap((event, index) => {
    const inside = at(place, index);
    // An event without settings can be a word: `- sqs`.
    const keys = readKeys(typeof event === 'string' ? { [event]: {} } : event, EVENT, inside);
    return TYPES.flatMap((type) => (keys[type] === undefined ? [] : [{ type, value: keys[type], place: at(inside, type) }]));
  });
}
