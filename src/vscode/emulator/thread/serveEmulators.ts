import type { MessagePort } from 'node:worker_threads';
import type { ProviderRegistry } from '../../../core/registry';
import { createDisclosureLines } from '../../../node/emulator/disclosureLines';
import { startEmulators } from '../../../node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../node/emulator/runningEmulators';
import type { StartWish, ThreadEvent, ThreadOrder, ThreadReport, ThreadStart } from './threadMessages';

/** The side of the thread: runs emulators for whoever is at the other end, and tells what is done on them. */
export function serveEmulators(registry: ProviderRegistry, port: MessagePort): void {
  const running = new Map<number, RunningEmulators>();
  const report = (message: ThreadReport) => port.postMessage(message);
  port.on('message', async (order: ThreadOrder) => {
    const { number } = order;
    if (order.kind === 'stop') {
      await running.get(number)?.stop();
      running.delete(number);
      return report({ kind: 'stopped', number });
    }
    const tell = (event: ThreadEvent) => report({ kind: 'event', number, event });
    const start = await startSome(registry, order, tell).catch((error: unknown) => broken(error));
    if (!('find' in start)) return report({ kind: 'started', number, start });
    running.set(number, start);
    const addresses = new Map(start.servers.map(({ provider, baseUrl }) => [provider, baseUrl] as const));
    report({ kind: 'started', number, start: { kind: 'running', addresses } });
  });
}

async function startSome(
  registry: ProviderRegistry,
  { providers, portBase, sendsEvents }: StartWish,
  tell: (event: ThreadEvent) => void,
): Promise<RunningEmulators | Exclude<ThreadStart, { readonly kind: 'running' }>> {
  const found = await Promise.all(providers.map((id) => registry.provider(id)));
  const outcome = await startEmulators(
    found.filter((provider) => provider !== undefined),
    {
      ...(portBase !== undefined && { portBase }),
      ...(sendsEvents && { webhooks: {} }),
      onPageAct: (act) => tell({ kind: 'acted', act: { kind: 'page', ...act } }),
      onDeliveryEnd: (delivery) => tell({ kind: 'delivery', delivery }),
      onDisclosure: createDisclosureLines((line) => tell({ kind: 'remark', line })),
      onError: (error) => tell({ kind: 'mistake', details: stackOf(error) }),
    },
  );
  return outcome.kind === 'running' ? outcome.running : outcome;
}

function broken(error: unknown): ThreadStart & { readonly kind: 'broken' } {
  return { kind: 'broken', details: stackOf(error) };
}

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}
