/**
 * Makes `instanceof` work across copies of this package. An application can load two of them, one through `import` and one through
 * `require`, and each copy has its own error classes. Every error therefore carries a mark that all copies know: a registered symbol.
 *
 * An error class of the package has one line for the check and one for the mark:
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
 * The name is a string, because a minifier renames the class. The comment `@__PURE__` lets a bundler drop a class that nobody uses.
 */
export function markError(error: Error, name: string): void {
  Object.defineProperty(error, markOf(name), { value: true });
}

/**
 * Returns the `Symbol.hasInstance` of an error class. It accepts errors of the class from every copy of the package. A class that a user
 * derives from it accepts only its own instances, as usual.
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
