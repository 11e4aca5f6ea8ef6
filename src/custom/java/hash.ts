import { type Meter, TemplateFailure } from '../meter.js';
import { isNumber, isObject, itemsOf, type JavaMap, type JavaNumber, type Value } from './value.js';

/** `hashCode()`. */
export function hashOf(value: Value, meter: Meter): number {
  meter.spend(1);
  if (value === null) return 0;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (isNumber(value)) return hashNumber(value);
  switch (value.kind) {
    case 'character':
      return value.value.charCodeAt(0);
    case 'list':
      return meter.deeper(() => value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashOf(item, meter)) | 0, 1));
    case 'map':
      return meter.deeper(() => hashMap(value, meter));
    case 'loop':
      return meter.deeper(() => hashMap(value.stored, meter));
    case 'entry':
      return meter.deeper(() => hashOf(value.of.key, meter) ^ hashOf(value.of.value, meter));
    case 'view':
      if (value.shows !== 'values')
        return meter.deeper(() => itemsOf(value).reduce<number>((sum, item) => (sum + hashOf(item, meter)) | 0, 0));
      break;
    default:
  }
  throw new TemplateFailure('unsupported', `It asks for the hash code of ${isObject(value) ? value.kind : 'a value'}.`);
}

export function hashText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

function hashMap({ entries }: JavaMap, meter: Meter): number {
  let sum = 0;
  for (const { key, value } of entries.values()) sum = (sum + (hashOf(key, meter) ^ hashOf(value, meter))) | 0;
  return sum;
}

function hashNumber(number: JavaNumber): number {
  if (typeof number === 'number') return number;
  if (number.kind === 'big' && number.type === 'Long') return foldLong(BigInt.asUintN(64, number.value));
  if (number.kind !== 'double' || Number.isNaN(number.value)) {
    throw new TemplateFailure('unsupported', 'It asks for the hash code of a large number, or of NaN.');
  }
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number.value);
  return foldLong(view.getBigUint64(0));
}

function foldLong(bits: bigint): number {
  return Number(BigInt.asIntN(32, bits ^ (bits >> 32n)));
}
