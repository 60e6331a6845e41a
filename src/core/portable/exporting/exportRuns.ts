import { t } from '@vscode/l10n';
import type { HistoryEntry } from '../../history/entry';
import type { Operation } from '../../operation';
import { oneLine } from '../../quoting/oneLine';
import { formatRequestFile } from '../../requests/requestFile';
import { withoutSecrets } from '../importing/importRequests';
import { toCurl } from '../snippets/curl';
import { type HarCreator, harOf } from './har';

/** In the order in which they are offered. */
export function runFormats() {
  return [
    { id: 'har', title: 'HAR 1.2', detail: t('a recording for browsers and other tools'), ending: '.har' },
    { id: 'curl', title: t('cURL script'), detail: t('for a POSIX shell'), ending: '.sh' },
    { id: 'requests', title: t('Request files'), detail: t('one *.esign.json for each run'), ending: '.esign.json' },
  ] as const;
}

export type RunFormat = ReturnType<typeof runFormats>[number]['id'];

/** A run with its operation, where there is one of that name. */
export interface ExportedRun {
  readonly entry: HistoryEntry;
  readonly operation: Operation | undefined;
}

/** The recording as a file, oldest run first. */
export function harText(runs: readonly ExportedRun[], creator: HarCreator): string {
  return `${JSON.stringify(
    harOf(
      inOrder(runs).map(({ entry }) => entry),
      creator,
    ),
    undefined,
    2,
  )}\n`;
}

/** One command after the other; the first that fails ends the script. */
export function curlScript(runs: readonly ExportedRun[]): string {
  const commands = inOrder(runs).flatMap(({ entry, operation }) => {
    const { sent, sentAt, connection } = entry;
    if (sent === undefined) return [];
    const { body, isCut, parts, ...request } = sent;
    const title = oneLine(`${operation?.title ?? entry.operation}, ${connection}, ${new Date(sentAt).toISOString()}`);
    const carried = body === undefined ? undefined : { text: body, ...(isCut && { isCut }), ...(parts && { parts }) };
    return [`# ${title}\n${toCurl({ ...request, body: carried })}\necho\n`];
  });
  return ['#!/bin/sh\n# Secrets are variables of the environment.\nset -e\n', ...commands].join('\n');
}

/** The request of a run as a file of its own: a variable stands for each value that is masked. */
export function requestText({ entry, operation }: ExportedRun): string {
  const { request } = entry;
  return formatRequestFile(operation === undefined ? request : withoutSecrets(operation, request).request);
}

function inOrder(runs: readonly ExportedRun[]): readonly ExportedRun[] {
  return runs.toSorted((one, other) => one.entry.sentAt - other.entry.sentAt);
}
