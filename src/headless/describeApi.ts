import { openApiOf } from '../core/openapi/openApiOf';
import type { ProviderRegistry } from '../core/registry';
import { emulatorControl } from '../emulator/controlProvider';

/** The OpenAPI 3.1 text of a provider, or of the emulators' control. */
export async function describeApi(registry: ProviderRegistry, id: string, version: string): Promise<string> {
  const api = id === emulatorControl.id ? emulatorControl : await registry.provider(id);
  if (api === undefined) throw new Error(`The provider ${id} cannot be loaded.`);
  return `${JSON.stringify(await openApiOf(api, version), undefined, 2)}\n`;
}
