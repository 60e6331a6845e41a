import * as vscode from 'vscode';
import type { Testing } from './runTests';

export type TestProfile = 'run' | 'emulator';

/** The ways in which the Testing view runs scenarios. */
export class TestProfiles {
  readonly #controller: vscode.TestController;
  readonly #testing: Testing;

  constructor(controller: vscode.TestController, testing: Testing) {
    this.#controller = controller;
    this.#testing = testing;
    const { Run } = vscode.TestRunProfileKind;
    const run = this.#create('Run', Run, (request, token) => this.#runOrWatch('run', request, token), true);
    run.supportsContinuousRun = true;
    run.configureHandler = () => void testing.chosen.change(testing.services);
    const emulator = this.#create('Run on Emulator', Run, (request, token) =>
      this.#runOrWatch('emulator', request, token),
    );
    emulator.supportsContinuousRun = true;
  }

  async run(profile: TestProfile, request: vscode.TestRunRequest, token?: vscode.CancellationToken): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const stop = new AbortController();
    const stopping = [run.token, ...(token ? [token] : [])].map((one) =>
      one.onCancellationRequested(() => stop.abort()),
    );
    try {
      const { runTests, workflowTimeoutMs } = await import('./runTests');
      await runTests(this.#testing, request, run, {
        onEmulator: profile === 'emulator',
        timeoutMs: workflowTimeoutMs,
        signal: stop.signal,
      });
    } finally {
      for (const listening of stopping) listening.dispose();
      run.end();
    }
  }

  #create(
    name: string,
    kind: vscode.TestRunProfileKind,
    handler: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>,
    isDefault = false,
  ): vscode.TestRunProfile {
    return this.#controller.createRunProfile(name, kind, handler, isDefault);
  }

  async #runOrWatch(
    profile: TestProfile,
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    if (request.continuous !== true) return this.run(profile, request, token);
    const { watchTests } = await import('./watchTests');
    await watchTests(this.#testing.items, request, token, (again) => this.run(profile, again, token));
  }
}
