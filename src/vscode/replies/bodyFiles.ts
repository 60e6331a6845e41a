import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

import { type Reply, replyText, sizeOf } from '../../core/http';
import { runMasker } from '../../core/secrets/runMasker';
import { ownValue } from '../../core/typing/ownValue';
import { giveWay } from '../../node/giveWay';
import { ReplyFiles } from '../../node/http/replyFiles';
import { replyFolder } from '../sending/replyFolder';
import { showInfo } from '../shell/notices';
import type { ShellServices } from '../shell/shellServices';
import { replyBodyUri } from './replyBodies';
import type { ShownRun } from './shownRun';

/** Asks where to, and writes the body there: with secrets masked where it is text that was read. */
export async function saveBody({ run, provider }: ShownRun): Promise<void> {
  if (run.outcome.kind !== 'replied') return;
  const { reply } = run.outcome;
  const name = replyBodyUri(run).path.replace(/^.*\//, '');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {});
  if (target === undefined) return;
  if (reply.whole?.kind === 'kept') {
    await vscode.workspace.fs.copy(vscode.Uri.file(reply.whole.place), target, { overwrite: true });
    await showInfo(t('The reply was saved as it came: secrets in it are not masked.'));
    return;
  }
  const text = replyText(reply);
  const masked = await runMasker(run, provider).bodyInSlices(text, { side: 'reply' }, giveWay);
  await vscode.workspace.fs.writeFile(target, masked === text ? reply.bytes : new TextEncoder().encode(masked));
  if (reply.whole !== undefined) await showInfo(t('Only the beginning of the reply was saved: the rest is lost.'));
}

/** Shows the file of a large reply in the folder where it lies. */
export async function revealBody({ run }: ShownRun): Promise<void> {
  const place = keptPlace(run);
  if (place === undefined) return;
  if (isOnDesktop()) {
    await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(place));
    return;
  }
  const copy = t('Copy Path');
  const answer = await showInfo(t('Until this window is closed, the reply lies at {0}.', place), copy);
  if (answer === copy) await vscode.env.clipboard.writeText(place);
}

/** Opens bodies as files, in what is made for their kind: files of this window alone, gone with it. */
export class BodyOpener implements vscode.Disposable {
  readonly #files: ReplyFiles;

  constructor({ context }: Pick<ShellServices, 'context'>) {
    this.#files = new ReplyFiles(replyFolder(context));
  }

  async open({ run, ...shown }: ShownRun): Promise<void> {
    if (run.outcome.kind !== 'replied' || sizeOf(run.outcome.reply) === 0) return;
    const { reply } = run.outcome;
    const uri = vscode.Uri.file(keptPlace(run) ?? (await this.#write(reply)));
    if (hasViewer(uri)) await vscode.commands.executeCommand('vscode.open', uri);
    else if (isOnDesktop()) await vscode.env.openExternal(uri);
    else await offerToSave({ run, ...shown }, uri);
  }

  dispose(): void {
    this.#files.dispose();
  }

  async #write({ headers, bytes }: Reply): Promise<string> {
    const file = await this.#files.open(headers['content-type'] ?? '');
    await file.append(bytes);
    await file.close();
    return file.place;
  }
}

async function offerToSave(shown: ShownRun, { path }: vscode.Uri): Promise<void> {
  const save = t('Save as…');
  const kind = path.slice(path.lastIndexOf('.') + 1);
  const said = t('Nothing that is installed here shows a .{0} file. An extension for it would, or save it.', kind);
  if ((await showInfo(said, save)) === save) await saveBody(shown);
}

/** The editor shows images itself, and other kinds with the help of extensions. */
function hasViewer({ path }: vscode.Uri): boolean {
  if (/\.(png|jpg|gif|webp|svg|json|txt|html|xml)$/.test(path)) return true;
  const extension = path.slice(path.lastIndexOf('.'));
  return vscode.extensions.all.some(({ packageJSON }) =>
    patternsOf(packageJSON).some((one) => one.endsWith(extension)),
  );
}

/** Of the files that an extension opens in an editor of its own. */
function patternsOf(manifest: unknown): readonly string[] {
  const editors = ownValue(ownValue(manifest, 'contributes'), 'customEditors');
  if (!Array.isArray(editors)) return [];
  const selectors = editors.flatMap((editor: unknown) => {
    const selector = ownValue(editor, 'selector');
    return Array.isArray(selector) ? selector : [];
  });
  return selectors.flatMap((selector: unknown) => {
    const pattern = ownValue(selector, 'filenamePattern');
    return typeof pattern === 'string' ? [pattern.toLowerCase()] : [];
  });
}

function keptPlace({ outcome }: ShownRun['run']): string | undefined {
  const whole = outcome.kind === 'replied' ? outcome.reply.whole : undefined;
  return whole?.kind === 'kept' ? whole.place : undefined;
}

function isOnDesktop(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}
