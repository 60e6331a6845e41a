import type { EmulatorDefinition } from '../core/emulation';
import type { Provider } from '../core/provider';
import { vendorSubscription } from '../core/webhooks/emulatedMessage';
import type { Controlled } from './controlling/controlled';
import { createDeliveries } from './deliveries/deliveries';
import { type EndedDelivery, endedDelivery } from './deliveries/endedDelivery';
import { Outbox } from './deliveries/outbox';
import type { WebhookSender } from './deliveries/webhookSender';
import { createFaults } from './faults/faults';
import { noStandingFaults, type StandingFaults } from './faults/standing';
import { createRequestLog, type LogOptions } from './inspector/requestLog';
import { createSwitches } from './switches';
import { createClock, createTools, looseRandom, type Random } from './tools';

export interface BenchOptions extends LogOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly random?: Random;
  /** How much faster than the real one the clock runs. */
  readonly clockSpeed?: number | undefined;
  /** Names that nobody documents, and what sources disagree on, are refused. */
  readonly strict?: boolean | undefined;
  /** Without it, events are taken down and never sent. */
  readonly sender?: WebhookSender | undefined;
  /** Told when an attempt of a webhook has ended. */
  readonly onAttempt?: (() => void) | undefined;
  /** Told of each event of which nothing more is due. */
  readonly onDeliveryEnd?: ((delivery: EndedDelivery) => void) | undefined;
  /** What fails from the start on, and after each reset. */
  readonly standing?: StandingFaults | undefined;
}

/** What a tester sets and looks up beside the state of the API. */
export function createBench(
  provider: Provider,
  definition: EmulatorDefinition,
  { now, random, sender, clockSpeed, strict = false, standing = noStandingFaults, ...told }: BenchOptions,
) {
  const clock = createClock(now ?? Date.now, clockSpeed);
  const switches = createSwitches(definition.switches ?? {});
  const vendor = createVendorWebhook();
  const outbox = new Outbox({
    clock,
    webhooks: provider.webhooks,
    sender,
    onAttempt: told.onAttempt,
    onEnded: (event) => {
      const id = deliveries.idOf(event);
      const ended = id === undefined ? undefined : endedDelivery(provider.id, id, event);
      if (ended !== undefined) told.onDeliveryEnd?.(ended);
    },
    onUndelivered: (message) => {
      const notice = definition.undelivered?.(message);
      if (notice !== undefined) deliveries.add(notice);
    },
  });
  const deliveries = createDeliveries(clock.now, outbox);
  const faults = createFaults(provider, definition);
  const tools = createTools(clock, random ?? looseRandom, {
    isOn: switches.isOn,
    deliver: deliveries.add,
    withdraw: (subscription, reason, isMeant) => outbox.withdraw(subscription, reason, isMeant),
    vendorWebhook: vendor.address,
  });
  const log = createRequestLog(provider.failures, told);
  const mode = { isStrict: strict };
  const reset = () => {
    clock.reset();
    mode.isStrict = strict;
    log.clear();
    switches.reset();
    faults.clear();
    for (const fault of standing.faults) faults.add(fault);
    vendor.register(undefined);
  };
  const close = () => {
    outbox.clear();
    log.clear();
  };
  const forget = () => {
    deliveries.clear();
    outbox.clear();
    for (const disturbance of standing.disturbances) outbox.disturb(disturbance);
  };
  for (const fault of standing.faults) faults.add(fault);
  return { clock, switches, deliveries, outbox, vendor, faults, tools, mode, log, reset, forget, close };
}

/** The address that an API's own people would have registered. */
function createVendorWebhook() {
  let registered: string | undefined;
  return {
    address: () => registered,
    register: (url: string | undefined) => {
      registered = url;
    },
  };
}

/** What the control route does with it. */
export function benchControls(
  { clock, switches, deliveries, outbox, vendor, faults, mode, log, tools }: ReturnType<typeof createBench>,
  { hasVendorWebhook }: EmulatorDefinition,
  baseUrl: string,
): Pick<
  Controlled,
  | 'clock'
  | 'runClock'
  | 'mode'
  | 'log'
  | 'nonce'
  | 'switches'
  | 'faults'
  | 'deliveries'
  | 'sendAgain'
  | 'disturb'
  | 'registerVendorWebhook'
> {
  return {
    clock,
    runClock: (speed) => {
      clock.run(speed);
      outbox.pump();
    },
    log,
    nonce: () => tools.hex(32),
    mode,
    switches,
    faults,
    deliveries: (filter) => deliveries.list(filter, baseUrl),
    sendAgain: deliveries.again,
    disturb: (disturbance) => outbox.disturb(disturbance),
    registerVendorWebhook:
      hasVendorWebhook &&
      ((url) => {
        vendor.register(url);
        if (url === undefined) outbox.withdraw(vendorSubscription, 'No address is registered any more.');
      }),
  };
}
