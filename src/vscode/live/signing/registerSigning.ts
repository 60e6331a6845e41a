import { t } from '@vscode/l10n';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { Recipient } from '../../../core/documents';
import { isOver, waitsFor } from '../../../core/recipients/recipientTurns';
import { listed } from '../../../protocol/turns';
import { pickDocument } from '../../documents/pickDocument';
import type { DocumentTarget } from '../../documents/resources';
import { pickOne } from '../../shell/asking/pickOne';
import { commandIds } from '../../shell/contributions/commandIds';
import type { LinkOfRun } from '../../shell/contributions/tables/liveCommands';
import { showInfo, showProgress } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import { type TreeTarget, targetOf } from '../../shell/treeTarget';
import type { EmulatorFollower } from '../emulatorFollower';
import type { LiveServices } from '../liveServices';
import { askWish } from './askWish';
import type { SignDesk } from './signDesk';

/** Whoever is asked to sign on the emulator can be played: what plays them is loaded with the first one. */
export function registerSigning(services: LiveServices, follower: EmulatorFollower): void {
  let opened: Promise<SignDesk> | undefined;
  const desk = (): Promise<SignDesk> => {
    opened ??= import('./signDesk').then(({ SignDesk: Desk }) => new Desk(services, follower));
    return opened;
  };
  registerCommand(services, commandIds.signAs, async (node) => signAs(services, await desk(), targetOf(node)));
  registerCommand(services, commandIds.signAsEveryone, async (node) =>
    signAsEveryone(services, await desk(), targetOf(node)),
  );
  registerCommand(services, commandIds.signByLink, async (link) => link && signByLink(services, await desk(), link));
}

async function signAs(services: LiveServices, desk: SignDesk, known: TreeTarget | undefined): Promise<void> {
  const target = await pickPlayed(services, known);
  if (target === undefined) return;
  const { recipients } = await desk.detail(target);
  const left = recipients.filter(({ status }) => !isOver(status));
  if (left.length === 0) {
    await showInfo(
      recipients.length === 0
        ? t('Nobody is asked to sign this yet.')
        : t('Everybody has done their part of this document.'),
    );
    return;
  }
  const one =
    left.find(({ id }) => id === known?.recipient) ?? (await pickOne(t('Sign as whom?'), itemsOf(left), 'always'));
  const wish = one && (await askWish(one.title));
  if (one !== undefined && wish !== undefined) await desk.play(target, one, wish);
}

function itemsOf(recipients: readonly Recipient[]) {
  return recipients.map((recipient) => {
    const waits = waitsFor(recipient, recipients).map(({ title }) => title);
    const { title, role, status } = recipient;
    const facts = [role === title ? undefined : role, status?.text].filter((fact) => fact !== undefined);
    return {
      label: title,
      description: facts.join(' · '),
      ...(waits.length > 0 && { detail: t('Waits for {0}', listed(waits)) }),
      value: recipient,
    };
  });
}

async function signAsEveryone(services: LiveServices, desk: SignDesk, known: TreeTarget | undefined): Promise<void> {
  const target = await pickPlayed(services, known);
  if (target === undefined) return;
  const signed = await showProgress({ title: t('Signing as everyone in order'), cancellable: true }, (token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return desk.playEveryone(target, controller.signal);
  });
  if (signed.length === 0) await showInfo(t('Nobody is left to sign this document.'));
}

async function signByLink(services: LiveServices, desk: SignDesk, { run: id, index }: LinkOfRun): Promise<void> {
  const found = await services.replies.find(id);
  const link = found?.run.outcome.kind === 'replied' ? found.run.outcome.reading.links[index] : undefined;
  if (found === undefined || link === undefined) return;
  const name = link.recipient;
  const wish = await askWish(name);
  if (wish === undefined) return;
  const lifeMs = link.expiresAt === undefined ? undefined : link.expiresAt - found.run.sentAt;
  await desk.playLink({ provider: found.provider, link: link.url, name, lifeMs }, wish);
}

/** A document of an emulator: nobody is played elsewhere. */
async function pickPlayed(services: LiveServices, known: TreeTarget | undefined): Promise<DocumentTarget | undefined> {
  if (known !== undefined) return pickDocument(services, { ...known, connection: emulatorConnectionId });
  const items = services.registry.entries
    .filter(({ portOffset }) => portOffset !== undefined)
    .map(({ id, title }) => ({ label: title, value: id }));
  const provider = await pickOne(t('On the emulator of which API?'), items);
  return provider === undefined ? undefined : pickDocument(services, { provider, connection: emulatorConnectionId });
}
