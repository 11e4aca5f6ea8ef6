import { splitAtSemicolons } from '../../gateway/rest-query.js';
import { forEachParameter } from '../../http/percent.js';
import { type Entries, gather } from './maps.js';
import type { SentRequest } from './sent-request.js';

/** Returns the decoded parameters of a request's query. */
export function parametersOf({ parameters, query }: SentRequest): Entries {
  return parameters ?? readQuery(query);
}

/** Returns the decoded parameters of a request's query as a REST API reads them. */
export function restParametersOf({ parameters, query }: SentRequest): Entries {
  return parameters ?? readQuery(splitAtSemicolons(query));
}

function readQuery(query: string): Entries {
  const names: string[] = [];
  const values: string[] = [];
  forEachParameter(query, (name, value) => {
    names.push(name);
    values.push(value);
  });
  return gather(names, values);
}
