/** The first letter of a name and each after a hyphen in upper case, all others in lower case: `x-API-key` → `X-Api-Key`. */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}
