import { describeValue } from '../../http/describe-value.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import { ownValue } from '../mapping/source.js';

/** What fills a URL. */
export interface UrlParts extends Pick<IntegrationRequest, 'path' | 'query'> {
  /** The query of the client, if it is passed on. */
  readonly passedQuery: string;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/**
 * Fills in the URL of an HTTP integration: stage variables, path parameters, and the query. Adds an issue, and returns `undefined`, if a value
 * is missing or the outcome isn't a URL.
 */
export function buildUrl(uri: string, { path, query, passedQuery, stageVariables }: UrlParts, issues: CustomIssue[]): URL | undefined {
  const filled = uri
    .replace(/\$\{stageVariables\.(\w+)\}/g, (whole, name: string) => ownValue(stageVariables, name) ?? whole)
    .replace(/(?<!\$)\{([\w.$-]+)\+?\}/g, (whole, name: string) => ownValue(path, name) ?? whole);
  const [open] = /\$?\{[^{}]*\}/.exec(filled) ?? [];
  const url = open === undefined && /^https?:\/\//i.test(filled) && URL.canParse(filled) ? new URL(filled) : undefined;
  if (url === undefined) {
    issues.push(
      open === undefined ? customIssue('uri-invalid', ['uri'], describeValue(filled)) : customIssue('uri-without-value', ['uri'], open),
    );
    return undefined;
  }
  url.search = searchOf(url.search, passedQuery, query);
  return url;
}

/** A mapped parameter takes the place of the client's. */
function searchOf(own: string, passed: string, mapped: IntegrationRequest['query']): string {
  const before = [own.slice(1), passed].filter((part) => part !== '').join('&');
  if (Object.keys(mapped).length === 0) return before && `?${before}`;
  const parameters = new URLSearchParams(`?${before}`);
  for (const [name, values] of Object.entries(mapped)) {
    parameters.delete(name);
    for (const value of typeof values === 'string' ? [values] : values) parameters.append(name, value);
  }
  return parameters.toString();
}
