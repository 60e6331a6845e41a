import { emulatorActs } from '../core/emulation';
import type { HistoryEntry } from '../core/history/entry';
import type { Provider } from '../core/provider';
import { quotable } from '../core/quoting/oneLine';
import { restoreRun } from '../core/replies/restoreRun';
import type { Run } from '../core/sending/run';
import { emulatorSteps } from '../emulator/controlProvider';
import type { AgentWorkplace } from './agentWorkplace';
import { refusal } from './toolRefusal';

export interface RecordedRun {
  readonly entry: HistoryEntry;
  readonly provider: Provider;
  /** Whole where it is of this session, otherwise as far as the history kept it. */
  readonly run: Run;
}

/** Throws a refusal where the history has no such entry. */
export async function recordedRun(workplace: AgentWorkplace, id: string): Promise<RecordedRun> {
  const entry = await workplace.history.get(id);
  const provider = entry && (await providerOf(workplace, entry));
  if (entry === undefined || provider === undefined) {
    throw refusal(
      `There is no entry "${quotable(id)}" in the history`,
      'It was never there, or it was removed.',
      'read_history without an entry lists those there are.',
    );
  }
  return { entry, provider, run: workplace.runOf(id) ?? restoreRun(entry, provider).run };
}

async function providerOf({ registry }: AgentWorkplace, { provider }: HistoryEntry): Promise<Provider | undefined> {
  return provider === emulatorActs ? emulatorSteps : registry.provider(provider);
}
