import fc from 'fast-check';
import { jsonOf, textOf } from '../../../src/custom/java/print.js';
import { MISSING, readPath } from '../../../src/custom/json/path/read-path.js';
import { JsonPathError } from '../../../src/custom/json/path/token.js';
import { NOT_JSON, readJson } from '../../../src/custom/json/read-json.js';
import { startMeter, TemplateFailure } from '../../../src/custom/meter.js';
import { body } from '../drawn.js';
import { jsonPath } from '../drawn-paths.js';
import { comparison, type Ours } from './tally.js';

/** Compares what JSONPaths find with Jayway's library. */
export const comparePaths = comparison(
  fc.record({ path: jsonPath, body }),
  ({ path, body: sent }): Ours => {
    const meter = startMeter(() => undefined);
    const text = sent === '' ? '{}' : sent;
    const document = readJson(text, meter);
    try {
      const value = readPath(path, document === NOT_JSON ? text : document, meter);
      if (value === MISSING) return { answer: 'nothing' };
      return { answer: `${jsonOf(value, meter)} ${value === null ? 'null' : textOf(value, meter)}` };
    } catch (error) {
      if (error instanceof JsonPathError || error instanceof TemplateFailure) return { fails: error.message };
      throw error;
    }
  },
  ({ missing, json, text }) => (missing === true ? 'nothing' : `${json} ${text}`),
  ({ path }) => (isWellFormed(path) ? undefined : 'unbalanced brackets, or a dot at the end'),
);

const NAME = String.raw`[\w*-]+`;
const WELL_FORMED = new RegExp(String.raw`^\$(?:\.\.?${NAME}|(?:\.\.)?\[[^[\]]+\])*$`);

function isWellFormed(path: string): boolean {
  return WELL_FORMED.test(path);
}
