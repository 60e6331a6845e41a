import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Collection } from '../../core/documents';
import { exampleOfId, readDocumentId } from '../../core/forms/checks/documentId';
import type { Provider } from '../../core/provider';
import { nounWithin } from '../../protocol/words/nounWithin';
import { showInput } from '../shell/asking/boxes';
import { askModal } from '../shell/notices';
import { noticeText } from '../shell/noticeText';

export interface IdQuestion {
  readonly provider: Provider;
  readonly collection: Pick<Collection, 'id' | 'noun'>;
  readonly title: string;
  readonly prompt?: string;
}

/**
 * The ID of a document, without what was pasted around it. What no call would take is refused; what does not look like
 * an ID is asked about, and comes back to be changed.
 */
export async function askDocumentId(question: IdQuestion): Promise<string | undefined> {
  let value = '';
  for (;;) {
    const text = await showInput({ ...boxOf(question), value });
    if (text === undefined) return undefined;
    const { id, issue } = readIn(question, text);
    if (issue === undefined) return id;
    const change = t('Change ID');
    const keep = t('Use It All the Same');
    const detail = t('Nothing was read by this ID yet.');
    const answer = await askModal(issue.message, detail, change, keep);
    if (answer === keep) return id;
    if (answer !== change) return undefined;
    value = text;
  }
}

function boxOf(question: IdQuestion): vscode.InputBoxOptions {
  const { provider, collection, title, prompt } = question;
  const example = exampleOfId(provider.operations, collection.id);
  return {
    title,
    prompt: noticeText(prompt ?? ''),
    placeHolder:
      example === undefined
        ? t('ID of the {0}', nounWithin(collection.noun))
        : t('ID of the {0}, such as {1}', nounWithin(collection.noun), example),
    validateInput: (text) => remarkOn(question, text),
  };
}

function remarkOn(question: IdQuestion, text: string): vscode.InputBoxValidationMessage | string | undefined {
  if (text.trim() === '') return t('An ID is needed.');
  const { id, issue } = readIn(question, text);
  const severities = vscode.InputBoxValidationSeverity;
  if (issue !== undefined) {
    return {
      message: noticeText(issue.message),
      severity: issue.severity === 'error' ? severities.Error : severities.Warning,
    };
  }
  return id === text.trim() ? undefined : { message: noticeText(t('The ID is {0}.', id)), severity: severities.Info };
}

function readIn({ provider, collection }: IdQuestion, text: string) {
  return readDocumentId(provider.operations, collection.id, text);
}
