import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { connectionsKey } from '../../../core/connections/connectionsKey';
import type { SettingSecret } from '../../../core/connections/hardCodedSettings';
import { resolveConnection } from '../../../core/connections/resolveConnection';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { Provider } from '../../../core/provider';
import { editText, smallestReplacement } from '../../../core/requests/editing/editText';
import { jsoncValue } from '../../../core/requests/editing/jsoncValue';
import { secretsInFile } from '../../../core/requests/editing/secretsInFile';
import { getAt } from '../../../core/requests/pointer';
import { referenceTo } from '../../../core/secrets/hardCodedSecrets';
import { readSettings } from '../../connections/connectionSettings';
import { pickOne } from '../../shell/asking/pickOne';
import type { MisplacedSecret } from '../../shell/contributions/tables/requestCommands';
import { isProblem } from '../../shell/explainError';
import { showInfo, showWarning } from '../../shell/notices';
import type { SetupServices } from '../setupServices';

/** Kept first, and taken out of the settings only then. It is for the addresses that stand beside it, and no others. */
export async function moveSetting(services: SetupServices, { uri, pointer }: MisplacedSecret): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const secret = secretsInFile(document.getText()).find((one) => one.pointer === pointer);
  const provider = secret && (await services.registry.provider(secret.provider));
  if (secret === undefined || provider === undefined) return;
  const setting = settingOf(document.getText(), secret);
  const connection = setting && resolveConnection(provider, setting);
  if (connection === undefined || isProblem(connection)) {
    const why = connection === undefined ? t('The connection cannot be read.') : describeProblem(connection).cause;
    return void showWarning(t('Nothing was moved. {0}', why));
  }
  const name = await credentialNamed(provider, secret.name);
  if (name === undefined) return;
  const known = await services.credentials.read(connection);
  const others = known.kind === 'found' ? known.credentials : {};
  await services.credentials.give(connection, { ...others, [name]: secret.value });
  await takeOut(document, pointer);
  const kept = t('"{0}" is kept with the credentials of {1}, and no longer in the settings.', name, connection.title);
  const isVariable = secret.pointer.includes('/variables/');
  void showInfo(
    isVariable ? `${kept} ${t('Write {0} where {1} stood.', referenceTo(name), `{{${secret.name}}}`)}` : kept,
  );
}

function settingOf(text: string, { pointer, connection, provider }: SettingSecret) {
  const list = pointer.slice(0, pointer.indexOf('/', pointer.indexOf(connectionsKey)));
  return readSettings(getAt(jsoncValue(text), list)).find((one) => one.id === connection && one.provider === provider);
}

/** The credential of that name, or the one that a person says it is. */
async function credentialNamed({ auth }: Provider, name: string): Promise<string | undefined> {
  const fields = new Map(
    auth.kinds.flatMap((kind) =>
      Object.entries(kind.fields.shape).map(([field, schema]) => [field, schema.meta()?.title ?? field] as const),
    ),
  );
  const same = [...fields.keys()].find((field) => plain(field) === plain(name));
  if (same !== undefined) return same;
  const items = [...fields].map(([value, label]) => ({ label, description: value, value }));
  return pickOne(t('Which credential is "{0}"?', name), items, 'always');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Saved where nothing else was waiting for that: until then it stands on the disk. */
async function takeOut(document: vscode.TextDocument, pointer: string): Promise<void> {
  const wasDirty = document.isDirty;
  const before = document.getText();
  const change = smallestReplacement(before, editText(before, { kind: 'remove', pointer }));
  if (change === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const [start, end] = [document.positionAt(change.offset), document.positionAt(change.offset + change.length)];
  edit.replace(document.uri, new vscode.Range(start, end), change.text);
  await vscode.workspace.applyEdit(edit);
  if (!wasDirty) await document.save();
}
