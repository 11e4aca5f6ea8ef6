import { javaThrows, type Meter } from '../meter.js';
import { isObject, type JavaList, type JavaMap, type MapView, type Steps, shownOf, type Value } from './value.js';

/** The items that `#foreach` walks through: those of a list, an array, a view or an iterator, and the values of a map. `null` for anything else. */
export function stepsOf(value: Value, meter: Meter): Steps | null {
  if (!isObject(value)) return null;
  switch (value.kind) {
    case 'list':
      return listSteps(value);
    case 'array':
      return arraySteps(value.items);
    case 'map':
      return mapSteps(value, 'values', meter);
    case 'loop':
      return mapSteps(value.stored, 'values', meter);
    case 'view':
      return mapSteps(value.of, value.shows, meter);
    case 'iterator':
      return value.steps;
    default:
      return null;
  }
}

/** An `ArrayList` that grows or shrinks under an iterator is noticed by the next step. */
function listSteps(list: JavaList): Steps {
  const { changes } = list;
  let index = 0;
  return {
    hasNext: () => index !== list.items.length,
    next() {
      if (list.changes !== changes) javaThrows('java.util.ConcurrentModificationException');
      const item = list.items[index];
      if (item === undefined) javaThrows('java.util.NoSuchElementException');
      index += 1;
      return item;
    },
  };
}

function arraySteps(items: readonly Value[]): Steps {
  let index = 0;
  return {
    hasNext: () => index < items.length,
    next() {
      const item = items[index];
      if (item === undefined) javaThrows('java.util.NoSuchElementException');
      index += 1;
      return item;
    },
  };
}

function mapSteps(map: JavaMap, shows: MapView['shows'], meter: Meter): Steps {
  const { changes } = map;
  const entries = [...map.entries.values()];
  meter.spend(entries.length);
  let index = 0;
  return {
    hasNext: () => index < entries.length,
    next() {
      if (map.changes !== changes) javaThrows('java.util.ConcurrentModificationException');
      const entry = entries[index];
      if (entry === undefined) javaThrows('java.util.NoSuchElementException');
      index += 1;
      return shownOf(entry, shows);
    },
  };
}
