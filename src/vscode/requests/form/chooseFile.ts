import { posix } from 'node:path';
import * as vscode from 'vscode';
import { writeDataUri } from '../../../core/attachments/dataUri';
import { mediaTypeOf } from '../../../core/attachments/mediaType';
import { formModel } from '../../../core/forms/formModel';
import { splitPointer } from '../../../core/requests/pointer';
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
  const [section = '', ...path] = splitPointer(pointer);
  const fields = formModel(provider, operation).sections.find(({ id }) => id === section)?.fields ?? [];
  const folder = folderOf(document);
  const [file] =
    (await vscode.window.showOpenDialog({
      ...(folder && { defaultUri: folder }),
      filters: filtersOf(fieldAt(fields, path)),
      openLabel: 'Use in Request',
    })) ?? [];
  if (file === undefined) return undefined;
  return (await attachmentValue(folder, file)) ?? embed(file);
}

async function embed(file: vscode.Uri): Promise<string | undefined> {
  const { size, type } = await vscode.workspace.fs.stat(file);
  if ((type & vscode.FileType.File) === 0) {
    void showWarning('Only a regular file can be put into a request.');
    return undefined;
  }
  if (size > mostEmbedded) {
    void showWarning('The file lies outside the workspace and is larger than 1 MB. Copy it into the workspace.');
    return undefined;
  }
  const name = posix.basename(file.path);
  return writeDataUri({ name, mediaType: mediaTypeOf(name), bytes: await vscode.workspace.fs.readFile(file) });
}

function filtersOf(field: FormField | undefined): Record<string, string[]> {
  if (field?.kind !== 'file' || field.extensions.length === 0) return {};
  return { Documents: [...field.extensions], 'All Files': ['*'] };
}

function fieldAt(fields: readonly FormField[], [key, ...rest]: readonly string[]): FormField | undefined {
  const field = fields.find((candidate) => candidate.key === key);
  return field && below(field, rest);
}

function below(field: FormField, path: readonly string[]): FormField | undefined {
  if (path.length === 0) return field;
  if (field.kind === 'list') return below(field.item, path.slice(1));
  if (field.kind === 'group') return fieldAt(field.fields, path);
  if (field.kind !== 'variant') return undefined;
  return field.variants.map((variant) => fieldAt(variant.fields, path)).find((found) => found !== undefined);
}
