import { t } from '@vscode/l10n';
import type { LoggedBody } from '../pages/loggedContent';
import { sizeText } from './sizeText';

/** What is said of a body beside its text; empty where that is all of it. */
export function bodyWords({ kind, size, leftOut }: LoggedBody): string {
  switch (kind) {
    case 'empty':
      return t('No body.');
    case 'binary':
      return t('{0} that are not text.', sizeText(size));
    case 'withheld':
      return t('{0} that are not shown, since nobody can say what of them is a secret.', sizeText(size));
    case 'text':
      return leftOut > 0 ? t('The beginning of {0}: {1} were not kept.', sizeText(size), sizeText(leftOut)) : '';
  }
}
