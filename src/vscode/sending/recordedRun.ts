import { t } from '@vscode/l10n';
import { emulatorActs } from '../../core/emulation';
import type { Operation } from '../../core/operation';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { showInfo } from '../shell/notices';

/** What a run was made with: an API, or what a scenario did on its emulator beside calling the API. */
export async function recordedProvider(registry: ProviderRegistry, id: string): Promise<Provider | undefined> {
  if (id !== emulatorActs) return registry.provider(id);
  const { emulatorSteps } = await import('../../emulator/controlProvider');
  return emulatorSteps;
}

export interface RecordedOperation {
  readonly provider: Provider;
  readonly operation: Operation;
}

export async function recordedOperation(
  registry: ProviderRegistry,
  id: string,
): Promise<RecordedOperation | undefined> {
  if (!isEmulatorAct(id)) return registry.operation(id);
  const provider = await recordedProvider(registry, emulatorActs);
  const operation = provider?.operations.find((one) => one.id === id);
  return provider && operation && { provider, operation };
}

export function isEmulatorAct(operation: string): boolean {
  return operation.startsWith(`${emulatorActs}/`);
}

/** Its emulator was there for that run alone. */
export async function tellOnlyInScenario(): Promise<void> {
  await showInfo(
    t(
      'What was done on an emulator is not sent again by itself. Save it as a scenario with the requests before it, or run its own scenario again.',
    ),
  );
}
