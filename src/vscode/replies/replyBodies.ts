import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Reply, sizeOf } from '../../core/http';
import { rewriteJson } from '../../core/json/rewriting/rewriteJson';
import { mostFormatted, wholeText } from '../../core/replies/body/bodyPreview';
import { prepareReplyBody, replyBody } from '../../core/replies/body/replyBody';
import { mostOpened } from '../../core/replies/shownBody';
import { runMasker } from '../../core/secrets/runMasker';
import type { Run } from '../../core/sending/run';
import { giveWay } from '../../node/giveWay';
import { numberText } from '../../protocol/words/numberText';
import { replyBodyScheme, type ShownRun } from './shownRun';

/** The read-only document of a run's body: `esign-reply:/<run>/<operation> reply.json`. */
export function replyBodyUri(run: Run): vscode.Uri {
  const operation = run.request.operation.replace(/^.*\//, '');
  return vscode.Uri.from({ scheme: replyBodyScheme, path: `/${run.id}/${operation} reply.${extensionOf(run)}` });
}

/** Of the body that was sent: `esign-reply:/<run>/<operation> request.json`. */
export function requestBodyUri(run: Run): vscode.Uri {
  const type = run.sent?.headers['content-type'] ?? '';
  const extension = /json/i.test(type) ? 'json' : 'txt';
  const operation = run.request.operation.replace(/^.*\//, '');
  return vscode.Uri.from({ scheme: replyBodyScheme, path: `/${run.id}/${operation} ${requestName}.${extension}` });
}

const requestName = 'request';

/** The text of a document that either of them names. */
export async function bodyText(uri: vscode.Uri, shown: Pick<ShownRun, 'run' | 'provider'>): Promise<string> {
  const isRequest = uri.path.replace(/\.[^.]*$/, '').endsWith(` ${requestName}`);
  return isRequest ? laidOut(shown.run.sent?.body?.text ?? '') : replyBodyText(shown);
}

/** Masked already when it was sent. */
function laidOut(text: string): string {
  const { text: formatted, kind } = rewriteJson(text, () => undefined, { indent: 2 });
  return kind === 'whole' && text.length <= mostFormatted ? formatted : text;
}

export function runIdOf(uri: vscode.Uri): string {
  return uri.path.split('/')[1] ?? '';
}

export async function replyBodyText({ run, provider }: Pick<ShownRun, 'run' | 'provider'>): Promise<string> {
  const { outcome } = run;
  if (outcome.kind === 'failed') return '';
  const { reply } = outcome;
  if (replyBody(reply).kind === 'binary')
    return t('{0} bytes that are no text. Save them to a file.', numberText(sizeOf(reply)));
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
  if (/json/i.test(type) || (outcome.kind === 'replied' && replyBody(outcome.reply).kind === 'json')) return 'json';
  if (/pdf/i.test(type)) return 'pdf';
  return /html|xml/i.exec(type)?.[0].toLowerCase() ?? 'txt';
}
