import { nearest } from '../../../core/forms/wording/nearest';
import { isRecord } from '../../../core/json/jsonKinds';
import type { Finding, Rule } from '../../../core/operation';
import { joinPointer } from '../../../core/requests/pointer';
import { writes } from '../../../kit/mending/mends';
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
    if (key === 'language' && isRecord(value)) return isUnlisted(part) ? [unlisted(at, part)] : [];
    return callersOwn.has(key) ? [] : languageFindings(part, at);
  });
}

const message = 'Conga does not list this language; what it does with another one is not documented.';

/** What is kept without being read. */
const callersOwn: ReadonlySet<string> = new Set(['data', 'external']);

/** `de-AT` is German, `fra` may be French. */
function unlisted(pointer: string, language: string): Finding {
  const [start = ''] = language.split(/[-_]/);
  const meant = languages.find((one) => one.toLowerCase() === start.toLowerCase()) ?? nearest(language, languages);
  return { pointer, message, ...(meant !== undefined && { mend: writes(pointer, meant, 'Write listed languages') }) };
}

function isUnlisted(language: unknown): language is string {
  return typeof language === 'string' && !languages.some((listed) => listed === language);
}
