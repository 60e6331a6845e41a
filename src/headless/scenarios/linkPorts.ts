import type { ProviderRegistry } from '../../core/registry';
import { decodeRequestFile } from '../../core/requests/decodeRequestFile';
import type { DescriptionText, LinkPorts } from '../../core/scenarios/linking/linkedScenario';
import type { FileOutcome } from '../../core/sending/ports';
import { emulatorControl } from '../../emulator/controlProvider';

/** What scenarios can name: every API, the emulator's own calls, and the files that `readFile` reaches. */
export function linkPortsOf(
  registry: ProviderRegistry,
  fileName: string,
  readFile: (name: string) => Promise<FileOutcome>,
): LinkPorts {
  return {
    fileName,
    providerIds: registry.ids,
    provider: (id) => registry.provider(id),
    all: () => registry.all(),
    control: emulatorControl,
    readDescription: async (url) => textOf(await readFile(url)),
  };
}

function textOf(file: FileOutcome): DescriptionText {
  if (file.kind === 'unreadable') return { kind: 'unreadable', detail: file.reason };
  const decoded = decodeRequestFile(file.bytes);
  return decoded.kind === 'text' ? decoded : { kind: 'unreadable', detail: decoded.detail };
}
