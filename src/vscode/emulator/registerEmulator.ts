import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import { showInput, showPick } from '../shell/asking/boxes';
import { commandIds } from '../shell/contributions/commandIds';
import { onePanel } from '../shell/page/onePanel';
import { registerCommand } from '../shell/runCommand';
import type { ShellServices } from '../shell/shellServices';
import { targetOf } from '../shell/treeTarget';
import { waitingTimes } from '../shell/waitingTimes';
import type { Emulators } from './emulators';
import type { InspectorPanel } from './inspector/inspectorPanel';

export interface EmulatorServices extends ShellServices {
  readonly emulators: Emulators;
  readonly registry: ProviderRegistry;
}

/** Gives the way to the one tab with what is asked of the emulators. */
export function registerEmulator(services: EmulatorServices): () => Promise<InspectorPanel> {
  const { emulators } = services;
  registerCommand(services, commandIds.emulator.start, async () => {
    await emulators.start();
    say(t('The emulator is running.'));
  });
  registerCommand(services, commandIds.emulator.stop, async () => {
    const { attached } = emulators;
    await emulators.stop();
    say(attached ? t('This window let go of the emulator. Its own process runs on.') : t('The emulator is stopped.'));
  });
  registerCommand(services, commandIds.emulator.reset, async () => {
    await emulators.reset();
    say(t('The emulator is back at its demo documents.'));
  });
  registerCommand(services, commandIds.emulator.advanceClock, () => advanceClock(services));
  return registerInspector(services);
}

function registerInspector(services: EmulatorServices): () => Promise<InspectorPanel> {
  const opened = onePanel(services.context, async (): Promise<InspectorPanel> => {
    const { InspectorPanel: Panel } = await import('./inspector/inspectorPanel');
    return new Panel(services);
  });
  registerCommand(services, commandIds.emulator.showRequests, async (node) =>
    (await opened()).show(targetOf(node)?.provider ?? ''),
  );
  return opened;
}

const spans = () =>
  [
    { label: t('16 minutes'), description: t('past the shortest signing link'), value: 16 },
    { label: t('46 minutes'), description: t('past the longest signing link'), value: 46 },
    { label: t('1 day'), value: 24 * 60 },
    { label: t('31 days'), description: t('past most tokens'), value: 31 * 24 * 60 },
    { label: t('Other…'), description: t('a number of minutes'), value: undefined },
  ] as const;

/** Lets links and tokens expire without waiting for them. */
async function advanceClock({ emulators }: EmulatorServices): Promise<void> {
  const span = await showPick(spans(), {
    placeHolder: t("By how much should the emulator's clock go forward?"),
  });
  if (span === undefined) return;
  const minutes = span.value ?? (await askMinutes());
  if (minutes === undefined) return;
  await emulators.advance(minutes);
  say(clockText(minutes));
}

async function askMinutes(): Promise<number | undefined> {
  const text = await showInput({
    prompt: t('Minutes'),
    validateInput: (value) =>
      /^[1-9]\d{0,6}$/.test(value.trim()) ? undefined : t('A whole number from 1 to 9999999.'),
  });
  return text === undefined ? undefined : Number(text.trim());
}

function say(text: string): void {
  vscode.window.setStatusBarMessage(text, waitingTimes.doneMs);
}

function clockText(minutes: number): string {
  return minutes === 1
    ? t('The emulator\'s clock went forward by 1 minute. "Reset" sets it right again.')
    : t('The emulator\'s clock went forward by {0} minutes. "Reset" sets it right again.', minutes);
}
