import { t } from '@vscode/l10n';
import type { LoggedBody } from '../pages/loggedContent';
import { sizeText } from './sizeText';

/** What is said of a body beside its text; empty where that is all of it. */
export function bodyWords({ kind, size, leftOut }: LoggedBody): string {
  switch (kind) {
    case 'empty':
      return t('No body.');
    case 'binary':
      return t('No text: {0}.', sizeText(size));
    case 'withheld':
      return t('Not shown, since nobody can say what of it is a secret: {0}.', sizeText(size));
    case 'text':
      return leftOut > 0 ? t('The beginning of {0}. Not kept: {1}.', sizeText(size), sizeText(leftOut)) : '';
  }
}
