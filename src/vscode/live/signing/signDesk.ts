import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { DocumentDetail, Recipient } from '../../../core/documents';
import { replyJson } from '../../../core/http';
import type { RequestValues } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import { isOver, waitsFor } from '../../../core/recipients/recipientTurns';
import type { Run } from '../../../core/sending/run';
import { listDeliveries } from '../../../emulator/controlCalls/deliveryCalls';
import { actAsRecipient } from '../../../emulator/controlCalls/signingCalls';
import { DocumentSource, type DocumentTarget } from '../../documents/resources';
import { callEmulator } from '../../emulator/callEmulator';
import { ForeseenError } from '../../shell/explainError';
import type { EmulatorFollower } from '../emulatorFollower';
import type { LiveServices } from '../liveServices';
import type { SignerWish } from './askWish';
import { minutesUntilOver, spansToTry } from './expiry';
import { signingLinkOf } from './signerPages';

/** Somebody whose page is known. */
export interface PlayedSigner {
  readonly provider: Provider;
  readonly link: string;
  readonly name: string | undefined;
  /** Milliseconds that the link lives, where it is known. */
  readonly lifeMs?: number | undefined;
}

/** Plays recipients on the emulator, through its control. */
export class SignDesk {
  readonly #services: LiveServices;
  readonly #follower: EmulatorFollower;
  readonly #source: DocumentSource;

  constructor(services: LiveServices, follower: EmulatorFollower) {
    this.#services = services;
    this.#follower = follower;
    this.#source = new DocumentSource(services);
  }

  detail(target: DocumentTarget): Promise<DocumentDetail> {
    return this.#source.document(target);
  }

  /** As one recipient of a document. */
  async play(target: DocumentTarget, recipient: Recipient, wish: SignerWish): Promise<void> {
    const provider = await this.#source.provider(target);
    await this.#follower.look(provider.id);
    if (wish.kind === 'expire') return this.#letDocumentExpire(target, recipient);
    // The link that is asked for is a request like others, after which one looks at the documents.
    await this.#follower.during(provider.id, async () => {
      await this.#act(await this.#signer(provider, target, recipient), wish);
    });
  }

  /** As whoever a link is for. */
  async playLink(signer: PlayedSigner, wish: SignerWish): Promise<void> {
    await this.#follower.look(signer.provider.id);
    if (wish.kind === 'expire') {
      const minutes = signer.lifeMs === undefined ? spansToTry.at(-1) : minutesUntilOver(signer.lifeMs);
      await this.#services.emulators.advance(minutes ?? 0);
      return;
    }
    await this.#follower.during(signer.provider.id, () => this.#act(signer, wish));
  }

  /** One after another, as the order has it; tells who has signed. */
  async playEveryone(target: DocumentTarget, signal: AbortSignal): Promise<readonly string[]> {
    const provider = await this.#source.provider(target);
    await this.#follower.look(provider.id);
    const signed = new Map<string, string>();
    await this.#follower.during(provider.id, async () => {
      for (;;) {
        const { recipients } = await this.detail(target);
        const next = recipients.find(
          (one) => !signed.has(one.id) && !isOver(one.status) && waitsFor(one, recipients).length === 0,
        );
        if (next === undefined || signal.aborted) return;
        await this.#act(await this.#signer(provider, target, next), { kind: 'finish' });
        signed.set(next.id, next.title);
      }
    });
    return [...signed.values()];
  }

  async #signer(provider: Provider, target: DocumentTarget, recipient: Recipient): Promise<PlayedSigner> {
    const link = await signingLinkOf(this.#services, target, recipient);
    if (link !== undefined) return { provider, link: link.url, name: recipient.title };
    const blocked = recipient.actions.find(({ verb }) => verb === 'link')?.blocked;
    throw new ForeseenError({
      title: t('{0} has no signing page now', recipient.title),
      cause: blocked ?? t('Nobody has asked them to sign yet, or their part is over.'),
      nextStep: t('Invite them or send the document first, and look at its status in the tree.'),
    });
  }

  async #act(signer: PlayedSigner, wish: Exclude<SignerWish, { kind: 'expire' }>): Promise<void> {
    const reason = wish.kind === 'decline' && wish.reason !== '' ? { reason: wish.reason } : {};
    const body = { link: signer.link, action: wish.kind, ...reason };
    const done = await this.#control(signer, actAsRecipient.id, { body });
    if (answerOf(done)?.state !== 'challenged') return confirmDone(done, signer);
    await this.#answer(signer);
    confirmDone(await this.#control(signer, actAsRecipient.id, { body }), signer);
  }

  /** With the code that came to them: nobody else reads it here. */
  async #answer(signer: PlayedSigner): Promise<void> {
    const told = await this.#control(signer, listDeliveries.id, {});
    const codes =
      told.outcome.kind === 'replied' ? deliveries.safeParse(replyJson(told.outcome.reply)).data : undefined;
    const code = codes?.deliveries.find((one) => one.code !== undefined)?.code;
    if (code === undefined) return;
    await this.#control(signer, actAsRecipient.id, { body: { link: signer.link, action: 'answer', answers: [code] } });
  }

  async #letDocumentExpire(target: DocumentTarget, recipient: Recipient): Promise<void> {
    for (const minutes of spansToTry) {
      await this.#services.emulators.advance(minutes);
      const { recipients, status } = await this.detail(target);
      const now = recipients.find(({ id }) => id === recipient.id);
      if (now === undefined || isOver(now.status) || status?.tone === 'expired') return;
    }
    throw new ForeseenError({
      title: t('The time of {0} has not run out', recipient.title),
      cause: t('The emulator knows no end of it, as far as two years from now: no source documents one.'),
      nextStep: t('Links run out sooner: let the time of a link run out. A reset sets the clock right again.'),
    });
  }

  /** The history names whoever is played: the page tells who that is where nobody knew. */
  async #control({ provider, name }: PlayedSigner, operation: string, values: RequestValues): Promise<Run> {
    const { sender } = this.#services;
    const door = await sender.door(undefined);
    const run = await callEmulator({ door, provider, request: { operation, ...values }, origin: { cause: 'page' } });
    const recipient = name ?? answerOf(run)?.signer?.name;
    if (operation === actAsRecipient.id)
      sender.record({ ...run, origin: { ...run.origin, ...(recipient && { recipient }) } });
    return run;
  }
}

const answer = z.object({
  state: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  signer: z.exactOptional(z.object({ name: z.string() })),
});
const deliveries = z.object({ deliveries: z.array(z.looseObject({ code: z.exactOptional(z.string()) })) });

function answerOf({ outcome }: Run): z.output<typeof answer> | undefined {
  return outcome.kind === 'replied' ? answer.safeParse(replyJson(outcome.reply)).data : undefined;
}

function confirmDone(run: Run, { name }: PlayedSigner): void {
  if (run.outcome.kind === 'replied' && !run.outcome.reading.failed) return;
  const { state, message } = answerOf(run) ?? {};
  throw new ForeseenError({
    title: name === undefined ? t('The recipient of this link could not do that') : t('{0} could not do that', name),
    cause: message ?? t('The emulator gave no answer.'),
    nextStep:
      state === 'challenged'
        ? t('Open their page and answer its question there.')
        : t('Look at the status of the document in the tree, or open their page.'),
  });
}
