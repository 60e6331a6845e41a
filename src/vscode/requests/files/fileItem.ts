import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { agoText } from '../../../core/history/listing/agoText';
import { outcomeText } from '../../../core/history/listing/rowText';
import { shortened } from '../../../core/quoting/shortened';
import { factsTooltip } from '../../documents/tree/nodeText';
import { outcomeIcon } from '../../history/view/outcomeIcon';
import type { RequestNodeKind } from '../../shell/contributions/when';
import { requestFileEnding } from '../../shell/ids';
import type { FileNode, FolderNode } from './fileNodes';
import type { LastOutcome } from './lastOutcomes';

export function folderItem({ title, uri, files }: FolderNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `folder ${uri.toString()}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.contextValue = 'requestFolder' satisfies RequestNodeKind;
  item.description = String(files.length);
  item.tooltip = title;
  const { length } = files;
  item.accessibilityInformation = {
    label: length === 1 ? t('{0}, 1 request', title) : t('{0}, {1} requests', title, length),
  };
  return item;
}

/** `provider` is the title of the one that the file names; undefined for one that nobody has. */
export function fileItem(
  { uri, names }: FileNode,
  provider: string | undefined,
  last: LastOutcome | undefined,
  now: number,
): vscode.TreeItem {
  const label = nameOf(uri);
  const item = new vscode.TreeItem(label);
  const outcome = last === undefined ? t('not sent') : `${outcomeText(last)} · ${ago(last, now)}`;
  item.id = uri.toString();
  // Shows what version control and the list of problems say of the file.
  item.resourceUri = uri;
  item.contextValue = 'requestFile' satisfies RequestNodeKind;
  item.iconPath = provider === undefined ? new vscode.ThemeIcon('warning') : outcomeIcon(last, provider);
  item.description =
    provider === undefined ? t('no request that can be read') : descriptionOf(last, now, names?.connection);
  item.tooltip = factsTooltip(label, {
    [t('Provider')]: provider,
    [t('Operation')]: names?.operation,
    [t('Connection')]: names?.connection,
    [t('Last sent')]: outcome,
    [t('File')]: vscode.workspace.asRelativePath(uri),
  });
  item.command = { command: 'vscode.open', title: t('Open Request'), arguments: [uri] };
  item.accessibilityInformation = { label: [label, provider ?? t('cannot be read'), outcome].join(', ') };
  return item;
}

function descriptionOf(last: LastOutcome | undefined, now: number, connection: string | undefined): string {
  const parts = last === undefined ? [] : [outcomeText(last), ago(last, now)];
  return [...parts, ...(connection === undefined ? [] : [shortened(connection, 24)])].join(' · ');
}

function ago({ sentAt }: LastOutcome, now: number): string {
  return agoText(sentAt, now, vscode.env.language);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1, -requestFileEnding.length);
}
