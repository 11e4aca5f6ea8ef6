/** Capitalizes the words of a header name and puts the rest in lower case: `x-API-key` becomes `X-Api-Key`. */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}
