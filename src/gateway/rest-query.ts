/**
 * Returns a query whose parameters end at `&` only, from one as a REST API reads it: documented [rest-query-semicolon-splits], they also end
 * at `;`. assumed: what follows a semicolon is a parameter, too.
 */
export function splitAtSemicolons(query: string): string {
  return query.includes(';') ? query.replaceAll(';', '&') : query;
}
