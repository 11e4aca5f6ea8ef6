/**
 * Marks an error, so that `instanceof` works across copies of this package.
 *
 * An application can load two copies, one with `import` and one with `require`. Each has its own error classes, so a plain `instanceof`
 * fails between them. The mark is a registered symbol, which both copies know.
 *
 * Each error class needs one line for the check and one for the mark:
 *
 *     export class SampleError extends Error {
 *       static override readonly [Symbol.hasInstance] = /* @__PURE__ *\/ instanceCheck('SampleError');
 *       override readonly name = 'SampleError';
 *
 *       constructor(message: string) {
 *         super(message);
 *         markError(this, 'SampleError');
 *       }
 *     }
 *
 * Write the name as a string, because minifiers rename classes. `@__PURE__` lets a bundler drop the class if nobody uses it.
 */
export function markError(error: Error, name: string): void {
  Object.defineProperty(error, markOf(name), { value: true });
}

/**
 * Returns the `Symbol.hasInstance` of an error class. It accepts errors of that class from every copy of this package.
 *
 * A user's subclass accepts only its own instances, as usual.
 */
export function instanceCheck(name: string): (this: { readonly prototype: object }, value: unknown) => boolean {
  return function isInstance(value) {
    if (typeof value !== 'object' || value === null) return false;
    if (Object.hasOwn(this, Symbol.hasInstance)) return Object.hasOwn(value, markOf(name));
    return Object.prototype.isPrototypeOf.call(this.prototype, value);
  };
}

function markOf(name: string): symbol {
  return Symbol.for(`apigw-proxy.${name}`);
}
