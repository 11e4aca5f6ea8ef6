import { isObject } from '../http/is-object.js';
import { invalidOption } from './check-shape.js';

/** Where the renderer finds the code of a setting that needs much of it. */
export interface SettingCode<Code extends object> {
  /** Keeps the code for values that are plain objects. */
  readonly keep: (code: Code) => Code;
  /**
   * Returns the code for a value of the setting.
   *
   * @throws GatewayError `invalid-option` for a value that is no object, and for a plain object in a bundle without the maker.
   */
  readonly find: (value: unknown) => Code;
}

/**
 * Describes the code of a setting. It travels with the value that a maker returns, so that a bundle without the maker doesn't have the code.
 * Once the module with the code is loaded, plain objects work, too. A bundler removes that module if nothing imports the maker.
 *
 * @param mark the key of the code in a value.
 * @param maker the name of the function that makes a value with code.
 */
export function settingCode<Code extends object>(setting: string, mark: symbol, maker: string): SettingCode<Code> {
  const fix = `Pass \`${maker}({ … })\`.`;
  let loaded: Code | undefined;
  return {
    keep(code) {
      loaded = code;
      return code;
    },
    find(value) {
      if (!isObject(value)) throw invalidOption([setting], 'an object', value, fix);
      const marked: unknown = Reflect.get(value, mark);
      const code = isObject(marked) ? (marked as Code) : loaded; // the maker put it there
      if (code === undefined) throw invalidOption([setting], `the return value of \`${maker}\``, value, fix);
      return code;
    },
  };
}
