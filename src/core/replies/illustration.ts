import { t } from '@vscode/l10n';
import type { Headers } from '../http';

/*
 * What an emulator says of its own replies: an API cannot be told from its emulator by anything else, so whoever
 * relies on a reply has to be told where no source stands behind it.
 */

/** Lists the parts of the reply that no source gives. */
export const illustrativeHeader = 'x-esign-illustrative';

/** Names a call that the API has and its emulator has not. */
export const notEmulatedHeader = 'x-esign-not-emulated';

/** In this order. */
export const answerParts = ['status', 'code', 'message', 'body'] as const;

export type AnswerPart = (typeof answerParts)[number];

export function illustrativeHeaders(parts: readonly AnswerPart[]): Headers {
  return parts.length === 0 ? {} : { [illustrativeHeader]: parts.join(', ') };
}

/** "status, code and text", in what is read by people of all languages: logs and documents. */
export function partsText(parts: readonly AnswerPart[]): string {
  const words = parts.map((part) => (part === 'message' ? 'text' : part));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What a person is told of a reply with these headers. */
export function illustrationRemarks(headers: Headers): readonly string[] {
  const absent = headers[notEmulatedHeader];
  if (absent !== undefined) return [t('The emulator does not have this call, "{0}". The API does.', absent)];
  const named = new Set((headers[illustrativeHeader] ?? '').split(',').map((part) => part.trim()));
  const parts = answerParts.filter((part) => named.has(part));
  if (parts.length === 0) return [];
  const made = shownParts(parts);
  return [
    parts.length === 1
      ? t('The emulator made up {0} of this reply: no source gives it. The API may answer otherwise.', made)
      : t('The emulator made up {0} of this reply: no source gives them. The API may answer otherwise.', made),
  ];
}

function shownParts(parts: readonly AnswerPart[]): string {
  const words = parts.map((part) => partName(part));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('{0} and {1}', words.slice(0, -1).join(', '), last);
}

function partName(part: AnswerPart): string {
  switch (part) {
    case 'status':
      return t('status');
    case 'code':
      return t('code');
    case 'message':
      return t('text');
    case 'body':
      return t('body');
  }
}
