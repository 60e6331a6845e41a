import { inflateSync } from 'node:zlib';
import { recipientsInReply } from '../../core/recipients/recipientsInReply';
import { orderSteps } from '../../core/recipients/recipientTurns';
import { replyState } from '../../core/replies/replyState';
import { runMasker } from '../../core/secrets/runMasker';
import type { OrderStep, ReplyState } from '../../protocol/reply';
import type { ShownRun } from './shownRun';

export function shownState({ run, provider, stored }: ShownRun): ReplyState {
  return replyState(run, provider, stored, inflate);
}

/** Who signs when, with the secrets of the run masked like everything else that is shown of it. */
export async function shownOrder(shown: ShownRun): Promise<readonly OrderStep[] | undefined> {
  const { run, provider, follows } = shown;
  const replied = await recipientsInReply(run, provider);
  const steps = orderSteps(replied.length > 0 && follows !== undefined ? follows.recipients : replied);
  const masker = runMasker(run, provider);
  return steps?.map(({ order, people }) => ({
    order,
    people: people.map(({ name, ...rest }) => ({ ...rest, name: masker.text(name) })),
  }));
}

/** In bytes: what a PDF packs its objects in is small. */
const mostInflated = 8 * 1024 * 1024;

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: mostInflated });
  } catch {
    // Damaged, packed in another way, or far too large.
    return undefined;
  }
}
