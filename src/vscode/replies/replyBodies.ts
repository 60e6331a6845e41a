import * as vscode from 'vscode';
import { type Reply, sizeOf } from '../../core/http';
import { wholeText } from '../../core/replies/body/bodyPreview';
import { prepareReplyBody, replyBody } from '../../core/replies/body/replyBody';
import { mostOpened } from '../../core/replies/shownBody';
import { runMasker } from '../../core/secrets/runMasker';
import type { Run } from '../../core/sending/run';
import { giveWay } from '../../node/giveWay';
import { replyBodyScheme, type ShownRun } from './shownRun';

/** The read-only document of a run's body: `esign-reply:/<run>/<operation> reply.json`. */
export function replyBodyUri(run: Run): vscode.Uri {
  const operation = run.request.operation.replace(/^.*\//, '');
  return vscode.Uri.from({ scheme: replyBodyScheme, path: `/${run.id}/${operation} reply.${extensionOf(run)}` });
}

export function runIdOf(uri: vscode.Uri): string {
  return uri.path.split('/')[1] ?? '';
}

export async function replyBodyText({ run, provider }: Pick<ShownRun, 'run' | 'provider'>): Promise<string> {
  const { outcome } = run;
  if (outcome.kind === 'failed') return '';
  const { reply } = outcome;
  if (replyBody(reply).kind === 'binary') return `${sizeOf(reply)} bytes that are no text. Save them to a file.`;
  return wholeText(await withWhole(reply), runMasker(run, provider), giveWay);
}

/** With all of a large body that an editor can still show, for as long as its text is made. */
async function withWhole(reply: Reply): Promise<Reply> {
  if (reply.whole?.kind !== 'kept' || reply.whole.size > mostOpened) return reply;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.file(reply.whole.place));
  const whole = { ...reply, bytes };
  await prepareReplyBody(whole, giveWay);
  return whole;
}

function extensionOf({ outcome }: Run): string {
  const type = outcome.kind === 'replied' ? (outcome.reply.headers['content-type'] ?? '') : '';
  if (/json/i.test(type)) return 'json';
  if (/pdf/i.test(type)) return 'pdf';
  return /html|xml/i.exec(type)?.[0].toLowerCase() ?? 'txt';
}
