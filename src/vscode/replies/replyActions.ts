import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { historyEntry } from '../../core/history/record';
import type { SigningLink } from '../../core/operation';
import { toCurl } from '../../core/portable/snippets/curl';
import { alikeSteps } from '../../core/replies/alikeSteps';
import { explainedErrors, nextStepsOf } from '../../core/replies/replyState';
import { mendingRequest } from '../../core/requests/mendingRequest';
import { requestFileOf } from '../../core/requests/preparedRequest';
import type { Reading } from '../../core/sending/run';
import { withoutScenario } from '../../core/sending/runOrigin';
import type { CopiedFromBody } from '../../protocol/reply';
import { linkRecipient } from '../sending/linkRecipient';
import { editRequest, replayRequest } from '../sending/replayRequest';
import { takePrepared } from '../sending/takePrepared';
import { pickOne } from '../shell/asking/pickOne';
import { commandIds } from '../shell/contributions/commandIds';
import { showInfo } from '../shell/notices';
import { openAddress } from '../shell/openAddress';
import { executeCommand } from '../shell/runCommand';
import { waitingTimes } from '../shell/waitingTimes';
import type { ReplyServices } from './replyServices';
import type { ShownRun } from './shownRun';

export async function openLink(shown: ShownRun, index: number): Promise<void> {
  const link = readingOf(shown)?.links[index];
  if (link !== undefined) await openAddress(link.url);
}

export async function copyLink(shown: ShownRun, index: number): Promise<void> {
  const link = readingOf(shown)?.links[index];
  if (link === undefined) return;
  await vscode.env.clipboard.writeText(link.url);
  vscode.window.setStatusBarMessage(
    link.opens === undefined ? t('Signing link copied') : t('Link copied'),
    waitingTimes.copiedMs,
  );
}

export function linksOf(shown: ShownRun | undefined): readonly SigningLink[] {
  return (shown && readingOf(shown)?.links) ?? [];
}

export async function takeNextStep(services: ReplyServices, shown: ShownRun, index: number): Promise<void> {
  const step = nextStepsOf(shown.run, shown.provider)[index];
  if (step === undefined || step.blocked !== undefined) return;
  const { folder } = shown.run.origin;
  await takePrepared(services, step, shown.run.request.connection, { cause: 'step', ...(folder && { folder }) });
}

/** From the keyboard, wherever the focus is. */
export async function askForNextStep(services: ReplyServices, shown: ShownRun): Promise<void> {
  const items = nextStepsOf(shown.run, shown.provider).flatMap(({ title, subject, blocked }, index) =>
    blocked === undefined ? [{ label: title, description: subject ?? '', value: index }] : [],
  );
  if (items.length === 0) return void (await showInfo(t('Nothing of what this reply leads to can be done now.')));
  const index = await pickOne(t('Which next step?'), items);
  if (index !== undefined) await takeNextStep(services, shown, index);
}

/** One after another, each through the door; the first that does not leave ends it. */
export async function takeNextSteps(
  services: ReplyServices,
  { run, provider }: ShownRun,
  indexes: readonly number[],
): Promise<void> {
  const steps = nextStepsOf(run, provider);
  const { folder } = run.origin;
  for (const index of alikeSteps(steps, provider, indexes[0] ?? -1).filter((one) => indexes.includes(one))) {
    const step = steps[index];
    if (step === undefined) return;
    const origin = { cause: 'step', ...(folder && { folder }), ...linkRecipient(step) } as const;
    const { sent } = await services.sender.send(requestFileOf(step, run.request.connection), origin);
    if (sent === undefined) return;
  }
}

/** Opens the call that mends a failure, with the ids of the one that failed. */
export async function mend({ run, provider, ...shown }: ShownRun, index: number): Promise<void> {
  const reading = readingOf({ run, provider, ...shown });
  const failure = reading && explainedErrors(reading)[index]?.failure;
  const request = mendingRequest(provider, failure?.mendedBy, run.request);
  if (request !== undefined) await executeCommand(commandIds.openRequest, request);
}

export async function openSource(shown: ShownRun, index: number): Promise<void> {
  const reading = readingOf(shown);
  const source = reading && explainedErrors(reading)[index]?.failure.source;
  if (source !== undefined) await openAddress(source);
}

export async function replay(services: ReplyServices, { run }: ShownRun): Promise<void> {
  await replayRequest(services, run);
}

/** Sends what was held back for errors that are only foreseen. */
export async function sendAnyway({ sender }: ReplyServices, { run }: ShownRun): Promise<void> {
  await sender.send(run.request, withoutScenario(run.origin), { force: true });
}

/** Secrets that were typed for the run stay out of the new file: the editor backs it up on disk. */
export async function editAndResend({ run, provider }: ShownRun): Promise<void> {
  const operation = provider.operations.find(({ id }) => id === run.request.operation);
  const request = operation ? historyEntry(run, operation).request : run.request;
  await editRequest(request);
}

export async function copyAsCurl({ run }: ShownRun): Promise<void> {
  if (run.sent === undefined) return;
  await vscode.env.clipboard.writeText(toCurl(run.sent));
  const readsFiles = run.sent.body?.parts?.some((part) => part.kind === 'file' && part.path !== undefined);
  const said = readsFiles
    ? t('Copied as curl, secrets masked; run it in the folder of the request')
    : t('Copied as curl, secrets masked');
  vscode.window.setStatusBarMessage(said, waitingTimes.copiedMs);
}

const copiedWords = () =>
  ({
    value: t('Value copied'),
    expression: t('Path for scenarios copied'),
    pointer: t('JSON pointer copied'),
    jsonPath: t('JSONPath copied'),
  }) satisfies Readonly<Record<CopiedFromBody, string>>;

/** What the page shows of a body, secrets masked. */
export async function copyText(what: CopiedFromBody, text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(copiedWords()[what], waitingTimes.copiedMs);
}

function readingOf({ run: { outcome } }: ShownRun): Reading | undefined {
  return outcome.kind === 'replied' ? outcome.reading : undefined;
}
