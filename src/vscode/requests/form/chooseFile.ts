import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { writeDataUri } from '../../../core/attachments/dataUri';
import { mediaTypeOf } from '../../../core/attachments/mediaType';
import { fieldAt } from '../../../core/forms/fieldAt';
import { formModel } from '../../../core/forms/formModel';
import type { FormField } from '../../../protocol/form';
import { attachmentValue, folderOf } from '../../sending/attachments';
import { showWarning } from '../../shell/notices';
import type { CheckedRequest } from '../session/checkRequest';

/** A file from elsewhere is put into the request itself; a larger one has to be copied into the workspace. */
const mostEmbedded = 1024 * 1024;

/** Asks for a file; gives the value that stands for it in the request. */
export async function chooseFile(
  document: vscode.Uri,
  { provider, operation }: CheckedRequest & { kind: 'checked' },
  pointer: string,
): Promise<string | undefined> {
  const folder = folderOf(document);
  const [file] =
    (await vscode.window.showOpenDialog({
      ...(folder && { defaultUri: folder }),
      filters: filtersOf(fieldAt(formModel(provider, operation), pointer)),
      openLabel: t('Use in Request'),
    })) ?? [];
  if (file === undefined) return undefined;
  return (await attachmentValue(folder, file)) ?? embed(file);
}

async function embed(file: vscode.Uri): Promise<string | undefined> {
  const { size, type } = await vscode.workspace.fs.stat(file);
  if ((type & vscode.FileType.File) === 0) {
    void showWarning(t('Only a regular file can be put into a request.'));
    return undefined;
  }
  if (size > mostEmbedded) {
    void showWarning(t('The file lies outside the workspace and is larger than 1 MB. Copy it into the workspace.'));
    return undefined;
  }
  const name = posix.basename(file.path);
  return writeDataUri({ name, mediaType: mediaTypeOf(name), bytes: await vscode.workspace.fs.readFile(file) });
}

function filtersOf(field: FormField | undefined): Record<string, string[]> {
  if (field?.kind !== 'file' || field.extensions.length === 0) return {};
  return { [t('Documents')]: [...field.extensions], [t('All Files')]: ['*'] };
}
