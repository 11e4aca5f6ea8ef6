/** Surroundings that throw, until they are paused. */
export interface Surroundings {
  pause(): void;
  resume(): void;
}

/** Replaces everything that tells the time, the place, the language or chance by functions that throw. */
export function hostileSurroundings(): Surroundings {
  let isPaused = true;
  const guard = <T extends object>(what: string, holder: T, name: keyof T): void => {
    const original = holder[name] as unknown as (...args: unknown[]) => unknown; // each is a function
    const guarded = function (this: unknown, ...args: unknown[]): unknown {
      if (!isPaused) throw new Error(`${what} was asked for.`);
      return Reflect.apply(original, this, args);
    };
    Object.defineProperty(holder, name, { value: guarded, configurable: true, writable: true });
  };
  for (const name of [
    'getHours',
    'getDate',
    'getDay',
    'getMonth',
    'getFullYear',
    'getTimezoneOffset',
    'toString',
    'toLocaleString',
  ] as const) {
    guard('The time zone', Date.prototype, name);
  }
  guard('The language', String.prototype, 'localeCompare');
  guard('The language', String.prototype, 'toLocaleLowerCase');
  guard('The language', String.prototype, 'toLocaleUpperCase');
  guard('The language', Number.prototype, 'toLocaleString');
  guard('Chance', Math, 'random');
  guard('Chance', crypto, 'getRandomValues');
  guard('Chance', crypto, 'randomUUID');
  guard('The time', performance, 'now');
  const isAsked = (): boolean => !isPaused;
  Object.defineProperty(globalThis, 'Date', { value: dateWithoutClock(isAsked), configurable: true, writable: true });
  refuse('The language', globalThis, 'Intl', isAsked);
  refuse('The environment', process, 'env', isAsked);
  return {
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
  };
}

/** Makes a property throw while its holder must not be asked. */
function refuse(what: string, holder: object, name: string, isAsked: () => boolean): void {
  const original: unknown = Reflect.get(holder, name);
  const get = (): unknown => {
    if (isAsked()) throw new Error(`${what} was asked for.`);
    return original;
  };
  Object.defineProperty(holder, name, { get, configurable: true });
}

/** A `Date` that can be made of a time, and doesn't know the present. */
function dateWithoutClock(isAsked: () => boolean): DateConstructor {
  return new Proxy(Date, {
    construct(target, args, newTarget) {
      if (args.length === 0 && isAsked()) throw new Error('The time was asked for.');
      return Reflect.construct(target, args, newTarget);
    },
    get(target, name) {
      if (name === 'now' && isAsked()) throw new Error('The time was asked for.');
      return Reflect.get(target, name);
    },
  });
}
