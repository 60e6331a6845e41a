import type * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import { DocumentSource } from '../../documents/resources';
import type { LiveServices } from '../liveServices';
import { agreedPage, emulatedFrame } from './embedLink';
import { showEmbed } from './embedPanel';
import { KeptEmbeds } from './keptEmbeds';

/** The tab of the session before. A page of the emulator is shown again; a foreign one is asked for by a person alone. */
export async function restoreEmbed(services: LiveServices, panel: vscode.WebviewPanel, state: unknown): Promise<void> {
  const id = idOf(state);
  const found = id === undefined ? undefined : await new KeptEmbeds(services.context).find(id);
  if (id === undefined || found === undefined) return panel.dispose();
  if (found.provider !== undefined) await started(services, found.provider);
  const frame = found.provider === undefined ? undefined : await emulatedFrame(found.link);
  const page = frame === undefined ? found : { ...found, origin: frame.origin, state: { ...found.state, ...frame } };
  const ask = () => agreedPage(services, found);
  showEmbed(services, page, { panel, id, isAgreed: false, ask });
}

/** Whoever left the page open looks at it again: what it comes from is needed. */
async function started(services: LiveServices, provider: string): Promise<void> {
  try {
    await new DocumentSource(services).connection({ provider, connection: emulatorConnectionId });
  } catch (error: unknown) {
    services.log.error('The emulator of an embedded page could not be started.', error);
  }
}

function idOf(state: unknown): string | undefined {
  const isKept = typeof state === 'object' && state !== null && 'id' in state;
  return isKept && typeof state.id === 'string' ? state.id : undefined;
}
