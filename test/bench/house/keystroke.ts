import { emulatorConnection } from '../../../src/core/connections/connection';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { editText } from '../../../src/core/requests/editing/editText';
import { formatRequestFile } from '../../../src/core/requests/requestFile';
import { memberPointer } from '../../../src/protocol/pointer';
import { providers } from '../../../src/providers';
import { formState, type ShownSession } from '../../../src/vscode/requests/form/formState';
import { ToldStates } from '../../../src/vscode/requests/form/toldStates';
import { checkRequest } from '../../../src/vscode/requests/session/checkRequest';
import type { Figure } from './ofCode';

const session: ShownSession = {
  facts: { value: undefined, notice: undefined },
  attachments: { inspections: [] },
  isSending: false,
};

/** The largest that a form is told of a character that somebody types into any example of any operation. */
export async function keystroke(): Promise<Figure> {
  const registry = new ProviderRegistry(providers);
  let ours = 0;
  for (const provider of await registry.all())
    for (const { id, examples } of provider.operations)
      for (const { path, query, body } of examples) {
        const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
        const text = formatRequestFile({ operation: id, connection: 'emulator', ...values });
        for (const pointer of textsIn(body, '/body').slice(0, 3))
          ours = Math.max(ours, await told(registry, provider, text, pointer));
      }
  return { what: 'largest message of a keystroke', unit: 'kB', ours: ours / 1000, before: 39 };
}

async function told(registry: ProviderRegistry, provider: Provider, text: string, pointer: string): Promise<number> {
  const services = {
    registry,
    connections: { list: async () => [emulatorConnection(provider, 'http://127.0.0.1:4010')] },
  };
  const states = new ToldStates();
  states.begin(false);
  const messagesOf = async (shown: string, version: number): Promise<number> => {
    const checked = await checkRequest(services, shown, undefined);
    const state = formState(checked, session);
    return JSON.stringify(states.tell(checked, { version, handled: version, state })).length;
  };
  await messagesOf(text, 1);
  return messagesOf(editText(text, { kind: 'set', pointer, value: 'typed' }), 2);
}

/** Where texts stand in a value. */
function textsIn(value: unknown, pointer: string): readonly string[] {
  if (typeof value === 'string') return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => textsIn(own, memberPointer(pointer, key)));
}
