import * as vscode from 'vscode';
import { wholeText } from '../../core/replies/body/bodyPreview';
import { replyBody } from '../../core/replies/body/replyBody';
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
  if (replyBody(reply).kind === 'binary') return `${reply.bytes.length} bytes that are no text. Save them to a file.`;
  return wholeText(reply, runMasker(run, provider), giveWay);
}

function extensionOf({ outcome }: Run): string {
  const type = outcome.kind === 'replied' ? (outcome.reply.headers['content-type'] ?? '') : '';
  if (/json/i.test(type)) return 'json';
  if (/pdf/i.test(type)) return 'pdf';
  return /html|xml/i.exec(type)?.[0].toLowerCase() ?? 'txt';
}
