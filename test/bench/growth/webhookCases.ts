import { examineEvent } from '../../../src/core/webhooks/examineEvent';
import { nodeHmac } from '../../../src/node/webhooks/nodeHmac';
import { SeenEvents } from '../../../src/node/webhooks/seenEvents';
import { providers } from '../../../src/providers';
import { type GrowthCase, words } from './growthCase';

const forgedBytes = 200_000;
const events = 10_000;

/** The mistakes that are tried grow with the events, and for what is large they get fewer: nobody is kept by one. */
export const webhookCases: readonly GrowthCase[] = [
  {
    what: `examining a forged event of ${words(forgedBytes)} bytes`,
    unit: 'ms',
    size: forgedBytes,
    grows: 'with its input',
    prepare: async (size) => {
      const examine = await examiner(size);
      return () => examine(0);
    },
  },
  {
    what: `examining ${words(events)} forged events`,
    unit: 'ms',
    size: events,
    grows: 'with its input',
    prepare: async (count) => {
      const examine = await examiner(0);
      return async () => {
        for (let number = 0; number < count; number += 1) await examine(number);
      };
    },
  },
];

async function examiner(size: number) {
  const all = await Promise.all(providers.map(({ load }) => load()));
  const webhooks = all.flatMap((one) => (one.webhooks === undefined ? [] : [one.webhooks]));
  const signed = webhooks.find(({ proof }) => proof.kind === 'hmac');
  if (signed?.proof.kind !== 'hmac') throw new Error('No provider signs its events.');
  const { header, prefix } = signed.proof;
  const { payload } = signed.sample(signed.events[0] ?? '') ?? {};
  const people = Array.from({ length: size / 50 }, (_, at) => ({ name: `Person ${at}`, mail: `p${at}@example.com` }));
  const seen = new SeenEvents();
  return async (number: number) => {
    const body = new TextEncoder().encode(JSON.stringify({ ...payload, number, people }));
    const call = { method: 'POST', target: '/', headers: { [header]: `${prefix}00` }, body };
    const examined = await examineEvent(all, call, () => 'a secret', nodeHmac);
    if (examined.proof?.verdict !== 'fails') throw new Error(`The proof ${examined.proof?.verdict}.`);
    seen.meet(call, examined, number);
  };
}
