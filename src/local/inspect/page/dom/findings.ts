import type { ExchangeView, IssueView } from '../../view.js';
import { formatCount, splitProse } from '../format.js';
import { element } from './element.js';

const SEVERITIES: Readonly<Record<IssueView['severity'], string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** How many issues are shown. A result can have thousands, one for each header. */
const SHOWN = 50;

/** Shows what is wrong and how to fix it. Notes, where there is nothing to fix, are folded. */
export function findings({ issues, error }: ExchangeView): HTMLElement {
  const urgent = (['error', 'warning'] as const).flatMap((severity) => issues.filter((issue) => issue.severity === severity));
  const notes = issues.filter(({ severity }) => severity === 'info');
  return element(
    'section',
    { class: 'findings', attributes: { 'aria-label': 'Issues' } },
    error === undefined ? undefined : thrownError(error),
    urgent.slice(0, SHOWN).map(finding),
    urgent.length > SHOWN ? element('p', {}, `… and ${urgent.length - SHOWN} more.`) : undefined,
    urgent.length === 0 && error === undefined ? element('p', { class: 'nothing' }, 'Nothing to fix.') : undefined,
    notes.length === 0
      ? undefined
      : element('details', {}, element('summary', {}, formatCount(notes.length, 'note')), notes.slice(0, SHOWN).map(finding)),
  );
}

function finding({ severity, code, place, message, fix }: IssueView): HTMLElement {
  return element(
    'article',
    { class: `finding ${severity}` },
    element('p', { class: 'cause' }, element('b', { class: 'tag' }, SEVERITIES[severity]), ' ', prose(message)),
    element('p', { class: 'fix' }, element('b', {}, 'Fix'), ' ', prose(fix)),
    element(
      'p',
      { class: 'where' },
      element('code', {}, code),
      place === '' ? undefined : ' at ',
      place === '' ? undefined : element('code', {}, place),
    ),
  );
}

function thrownError(trace: string): HTMLElement {
  const end = trace.indexOf('\n    at ');
  const message = end < 0 ? trace : trace.slice(0, end);
  const stack = end < 0 ? [] : trace.slice(end + 1).split('\n');
  return element(
    'article',
    { class: 'finding error' },
    element('p', { class: 'cause' }, element('b', { class: 'tag' }, 'Thrown'), ' ', element('span', { class: 'thrown' }, message)),
    stack.length === 0
      ? undefined
      : element(
          'pre',
          { attributes: { tabindex: '0', role: 'region', 'aria-label': 'Stack' } },
          stack.map((line) => line.trim()).join('\n'),
        ),
  );
}

function prose(sentence: string): (HTMLElement | string)[] {
  return splitProse(sentence).map(({ text, isCode }) => (isCode ? element('code', {}, text) : text));
}
