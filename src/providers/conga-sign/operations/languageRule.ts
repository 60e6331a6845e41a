import { isRecord } from '../../../core/json/jsonKinds';
import type { Finding, Rule } from '../../../core/operation';
import { joinPointer } from '../../../core/requests/pointer';
import { languages } from './fields';

/** OneSpan's SDKs send any locale of their platform, which nobody says to be refused. */
export const languageIsListed: Rule = {
  failure: 'language-unlisted',
  statement: `Languages are among those that Conga lists: ${languages.join(', ')}.`,
  severity: 'warning',
  check: (values) => languageFindings(values, ''),
};

function languageFindings(value: unknown, pointer: string): readonly Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = joinPointer(pointer, key);
    if (key === 'language' && isRecord(value)) return isUnlisted(part) ? [{ pointer: at, message }] : [];
    return callersOwn.has(key) ? [] : languageFindings(part, at);
  });
}

const message = 'Conga does not list this language; what it does with another one is not documented.';

/** What is kept without being read. */
const callersOwn: ReadonlySet<string> = new Set(['data', 'external']);

function isUnlisted(language: unknown): boolean {
  return typeof language === 'string' && !languages.some((listed) => listed === language);
}
