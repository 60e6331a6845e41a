import * as z from 'zod';
import { shortened } from '../../core/quoting/shortened';
import { happens, seededChance } from '../faults/chance';

const most = 1_000;
/** Of one that comes by chance. */
const mostByChance = 1_000_000;

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
    z.int().min(1).max(mostByChance).meta({
      title: 'Times',
      description: 'How many events it is for. One when left out, two to be reordered, many with a probability.',
    }),
  ),
  probability: z.exactOptional(
    z.number().positive().max(1).meta({
      title: 'Probability',
      description: 'Of each event, until "times" are used up. Every one when left out.',
    }),
  ),
  seed: z.exactOptional(
    z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .meta({ title: 'Seed', description: 'The same events meet it with the same seed.' }),
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

/** The disturbance that a body asks for, or what it must be. `named`: where its effect has another name. */
export function readDisturbance(
  body: Readonly<Record<string, unknown>>,
  named: 'effect' | 'webhook' = 'effect',
): Disturbance | string {
  const read = disturbanceBody.safeParse(body);
  if (!read.success) {
    const names = read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1),
    );
    const said = [...new Set(names)]
      .map((name) => `"${name === 'effect' ? named : shortened(String(name))}"`)
      .join(', ');
    return `${said === '' ? '' : `Not possible: ${said}. `}The body must have "${named}" ("drop", "delay", "duplicate" or "reorder") and may have "event", "to", "document", "times" (1 to ${most}), "delaySeconds", "probability" (above 0, at most 1) and "seed".`;
  }
  const { effect, times = 1, delaySeconds, probability, seed } = read.data;
  if (times > most && probability === undefined) return `"times" is at most ${most} without a "probability".`;
  if (seed !== undefined && probability === undefined) return '"seed" belongs to a "probability".';
  if (effect === 'reorder' && read.data.times === 1) return 'One event has no order: "times" must be 2 or more.';
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
  readonly chance: () => number;
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
  /** `isKept`: it goes nowhere, and a disturbance for any address is not used up by it. */
  meet(item: Item, isKept?: boolean): Disturbed<Item>;
  /** What waits until others have come. */
  held(): readonly Item[];
  clear(): void;
}

export function createDisturbances<Item extends Told>(): Disturbances<Item> {
  let pending: Pending<Item>[] = [];
  return {
    add: (disturbance) => {
      const { times = usualTimes(disturbance), seed = 1 } = disturbance;
      pending.push({ disturbance, left: times, held: [], chance: seededChance(seed) });
    },
    meet: (item, isKept = false) => {
      const met = pending.find(
        ({ disturbance, chance }) =>
          isMeant(disturbance, item) && (!isKept || disturbance.to !== undefined) && happens(disturbance, chance),
      );
      if (met === undefined) return { kind: 'go' };
      met.left -= 1;
      if (met.left === 0) pending = pending.filter((one) => one !== met);
      return outcomeOf(met, item);
    },
    held: () => pending.flatMap((one) => one.held),
    clear: () => {
      pending = [];
    },
  };
}

function usualTimes({ effect, probability }: Disturbance): number {
  if (effect === 'reorder') return 2;
  return probability === undefined ? 1 : mostByChance;
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
