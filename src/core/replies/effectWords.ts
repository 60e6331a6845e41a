import { t } from '@vscode/l10n';
import type { ProblemText } from '../../protocol/reply';

/** What is said after a call that changes something and whose answer did not come. */
export function effectWords(lookWith: string | undefined): ProblemText {
  return {
    title: t('It may have taken effect'),
    cause: t('The request went out, and the API’s answer did not come back.'),
    nextStep:
      lookWith === undefined
        ? t('Look before you send it again: in the account, or in a list of the API.')
        : t('Look before you send it again: with “{0}”.', lookWith),
  };
}
