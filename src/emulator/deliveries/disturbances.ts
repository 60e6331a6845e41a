import * as z from 'zod';
import { shortened } from '../../core/quoting/shortened';

const most = 1_000;

/** What becomes of the next events, so that an application learns to live with it. */
export const disturbanceBody = z.strictObject({
  effect: z.enum(['drop', 'delay', 'duplicate', 'reorder']).meta({
    title: 'Effect',
    description: 'Never sent, sent late, sent twice, or held until all have come and sent in reverse.',
  }),
  event: z.exactOptional(z.string().min(1).meta({ title: 'Event', description: 'Only events of this name.' })),
  to: z.exactOptional(z.string().min(1).meta({ title: 'To', description: 'Only those to this address.' })),
  document: z.exactOptional(z.string().min(1).meta({ title: 'Document', description: 'Only those about this ID.' })),
  times: z.exactOptional(
    z
      .int()
      .min(1)
      .max(most)
      .meta({ title: 'Times', description: 'How many events it is for. One when left out, two to be reordered.' }),
  ),
  delaySeconds: z.exactOptional(
    z
      .number()
      .positive()
      .max(30 * 24 * 3600)
      .meta({ title: 'Delay', description: 'By the clock of the emulator. A minute when left out.' }),
  ),
});

export type Disturbance = z.output<typeof disturbanceBody>;

/** The disturbance that a body asks for, or what it must be. */
export function readDisturbance(body: Readonly<Record<string, unknown>>): Disturbance | string {
  const read = disturbanceBody.safeParse(body);
  if (!read.success) {
    const names = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1),
    );
    const said = [...new Set(names)].map((name) => `"${shortened(String(name))}"`).join(', ');
    return `${said === '' ? '' : `Not possible: ${said}. `}The body must have an "effect" ("drop", "delay", "duplicate" or "reorder") and may have "event", "to", "document", "times" (1 to ${most}) and "delaySeconds".`;
  }
  const { effect, times, delaySeconds } = read.data;
  if (effect === 'reorder' && times === 1) return 'One event has no order: "times" must be 2 or more.';
  if (effect !== 'delay' && delaySeconds !== undefined) return '"delaySeconds" belongs to the effect "delay".';
  return read.data;
}

interface Told {
  readonly to: string;
  readonly document: string;
  readonly event?: string | undefined;
}

/** What is left of a disturbance. */
interface Pending<Item> {
  readonly disturbance: Disturbance;
  left: number;
  readonly held: Item[];
}

/** What becomes of an event. */
export type Disturbed<Item> =
  | { readonly kind: 'go' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'twice' }
  | { readonly kind: 'release'; readonly items: readonly Item[] };

export interface Disturbances<Item extends Told> {
  add(disturbance: Disturbance): void;
  meet(item: Item): Disturbed<Item>;
  clear(): void;
}

export function createDisturbances<Item extends Told>(): Disturbances<Item> {
  let pending: Pending<Item>[] = [];
  return {
    add: (disturbance) => {
      const { effect, times = effect === 'reorder' ? 2 : 1 } = disturbance;
      pending.push({ disturbance, left: times, held: [] });
    },
    meet: (item) => {
      const met = pending.find(({ disturbance }) => isMeant(disturbance, item));
      if (met === undefined) return { kind: 'go' };
      met.left -= 1;
      if (met.left === 0) pending = pending.filter((one) => one !== met);
      return outcomeOf(met, item);
    },
    clear: () => {
      pending = [];
    },
  };
}

function outcomeOf<Item>({ disturbance, left, held }: Pending<Item>, item: Item): Disturbed<Item> {
  switch (disturbance.effect) {
    case 'drop':
      return { kind: 'drop' };
    case 'delay':
      return { kind: 'delay', ms: (disturbance.delaySeconds ?? 60) * 1000 };
    case 'duplicate':
      return { kind: 'twice' };
    case 'reorder':
      held.push(item);
      return left === 0 ? { kind: 'release', items: held.toReversed() } : { kind: 'hold' };
  }
}

function isMeant({ event, to, document }: Disturbance, item: Told): boolean {
  return (
    (event === undefined || event === item.event) &&
    (to === undefined || to === item.to) &&
    (document === undefined || document.toLowerCase() === item.document.toLowerCase())
  );
}
