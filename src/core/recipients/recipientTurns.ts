import type { OrderStep } from '../../protocol/reply';
import { inWords, stepsOf, type Turn } from '../../protocol/turns';
import type { Recipient } from '../documents';

/** Who is asked when, of those of whom a step is known; undefined where there is no order to tell. */
export function recipientSteps(recipients: readonly Recipient[]): readonly Turn<Recipient>[] | undefined {
  const ordered = recipients.filter(({ order }) => order !== undefined);
  return ordered.length < 2 ? undefined : stepsOf(ordered, ({ order }) => order);
}

/** The same for a picture. */
export function orderSteps(recipients: readonly Recipient[]): readonly OrderStep[] | undefined {
  return recipientSteps(recipients)?.map(({ people }, index) => ({
    order: index + 1,
    people: people.map(({ title, status }) => ({
      name: title,
      status: status?.text,
      done: status?.tone === 'done',
    })),
  }));
}

/** Counted from 1, whatever number an API begins with; undefined where there is no order to tell. */
export function stepNumber({ order }: Recipient, recipients: readonly Recipient[]): number | undefined {
  if (order === undefined) return undefined;
  const place = recipientSteps(recipients)?.findIndex((step) => step.order === order) ?? -1;
  return place === -1 ? undefined : place + 1;
}

/** "Ann (signed), then Ben and Cid at the same time". */
export function orderInWords(recipients: readonly Recipient[]): string | undefined {
  const steps = recipientSteps(recipients);
  return steps && inWords(steps, ({ title, status }) => (status === undefined ? title : `${title} (${status.text})`));
}

/** Those of earlier steps who have not done their part. */
export function waitsFor({ order, status }: Recipient, recipients: readonly Recipient[]): readonly Recipient[] {
  if (order === undefined || isOver(status)) return [];
  return recipients.filter((other) => other.order !== undefined && other.order < order && !isOver(other.status));
}

/** Nobody waits for one who has done their part; nobody will sign behind one who refused or whose time is over. */
export function isOver(status: Recipient['status']): boolean {
  return status?.tone === 'done' || status?.tone === 'refused' || status?.tone === 'expired';
}
