import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry } from '../../../core/history/entry';
import type { SendingServices } from '../../sending/sender';
import { commandIds } from '../../shell/contributions/commandIds';
import { contextKeys } from '../../shell/ids';
import { asCommand, setContextKey } from '../../shell/runCommand';

/** Gathers what a person sends and does on the emulator, from its start to its end. */
export class ScenarioRecorder implements vscode.Disposable {
  readonly #status = vscode.window.createStatusBarItem(contextKeys.recording, vscode.StatusBarAlignment.Left);
  readonly #listening: vscode.Disposable;
  #entries: HistoryEntry[] | undefined;

  constructor({ sender }: Pick<SendingServices, 'sender'>) {
    this.#listening = sender.onDidEnter((entry) => this.#add(entry));
    this.#status.name = t('E-Sign Recording');
    this.#status.command = asCommand(commandIds.scenario.stopRecording, t('Stop Recording'));
  }

  start(): void {
    this.#entries ??= [];
    this.#show();
  }

  /** What was gathered; undefined when nothing was recorded from. */
  stop(): readonly HistoryEntry[] | undefined {
    const entries = this.#entries;
    this.#entries = undefined;
    this.#show();
    return entries;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#status.dispose();
  }

  /** Scenarios that run meanwhile are no part of it: most of them have emulators of their own. */
  #add(entry: HistoryEntry): void {
    if (this.#entries === undefined || entry.scenario !== undefined || entry.cause === 'reading') return;
    this.#entries.push(entry);
    this.#show();
  }

  #show(): void {
    void setContextKey(contextKeys.recording, this.#entries !== undefined);
    if (this.#entries === undefined) {
      this.#status.hide();
      return;
    }
    const { length } = this.#entries;
    this.#status.text = length === 1 ? t('$(record) Recording: 1 step') : t('$(record) Recording: {0} steps', length);
    this.#status.tooltip = t(
      'Requests that you send, and what is done on pages of the emulator, become a scenario. Click to stop.',
    );
    this.#status.accessibilityInformation = {
      label:
        length === 1
          ? t('Recording a scenario, 1 step. Stop recording.')
          : t('Recording a scenario, {0} steps. Stop recording.', length),
      role: 'button',
    };
    this.#status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#status.show();
  }
}
