/** An error of the runtime itself, with the name that Lambda reports as its type. */
export function runtimeError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
