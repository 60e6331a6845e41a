import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { reportError } from '../../shell/runCommand';
import type { DebugRuns } from '../debugging/registerDebugging';
import type { Testing } from './runTests';

const kinds = () =>
  ({
    run: { name: t('Run'), kind: vscode.TestRunProfileKind.Run },
    emulator: { name: t('Run on Emulator'), kind: vscode.TestRunProfileKind.Run },
    debug: { name: t('Debug'), kind: vscode.TestRunProfileKind.Debug },
    coverage: { name: t('Run with Coverage'), kind: vscode.TestRunProfileKind.Coverage },
  }) as const;
export type TestProfile = keyof ReturnType<typeof kinds>;

/** The ways in which the Testing view runs scenarios. */
export class TestProfiles {
  readonly #controller: vscode.TestController;
  readonly #testing: Testing;
  readonly #debugRuns: DebugRuns;
  readonly #profiles: Readonly<Record<TestProfile, vscode.TestRunProfile>>;

  constructor(controller: vscode.TestController, testing: Testing, debugRuns: DebugRuns) {
    this.#controller = controller;
    this.#testing = testing;
    this.#debugRuns = debugRuns;
    this.#profiles = {
      run: this.#create('run', true),
      emulator: this.#create('emulator'),
      debug: this.#create('debug', true),
      coverage: this.#create('coverage', true),
    };
    const { run, emulator, coverage } = this.#profiles;
    for (const profile of [run, emulator]) profile.supportsContinuousRun = true;
    run.configureHandler = () => void testing.chosen.change(testing.services);
    coverage.loadDetailedCoverage = async (_run, file) => {
      const { ApiFileCoverage } = await import('./coverage/apiFileCoverage');
      return file instanceof ApiFileCoverage ? [...file.details] : [];
    };
  }

  async runItem(profile: TestProfile, item: vscode.TestItem): Promise<void> {
    await this.#run(profile, new vscode.TestRunRequest([item], undefined, this.#profiles[profile]));
  }

  #create(profile: TestProfile, isDefault = false): vscode.TestRunProfile {
    const { name, kind } = kinds()[profile];
    return this.#controller.createRunProfile(
      name,
      kind,
      (request, token) => this.#runOrWatch(profile, request, token),
      isDefault,
    );
  }

  async #runOrWatch(
    profile: TestProfile,
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    if (request.continuous !== true) return this.#run(profile, request, token);
    const { watchTests } = await import('./watchTests');
    await watchTests(this.#testing.items, request, token, (again) => this.#run(profile, again, token));
  }

  async #run(profile: TestProfile, request: vscode.TestRunRequest, token?: vscode.CancellationToken): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const stop = new AbortController();
    const stopping = [run.token, ...(token ? [token] : [])].map((one) =>
      one.onCancellationRequested(() => stop.abort()),
    );
    try {
      await this.#perform(profile, request, run, stop);
    } catch (error: unknown) {
      await reportError(this.#testing.services.log, 'Scenarios could not be run.', error);
    } finally {
      for (const listening of stopping) listening.dispose();
      run.end();
    }
  }

  async #perform(
    profile: TestProfile,
    request: vscode.TestRunRequest,
    run: vscode.TestRun,
    stop: AbortController,
  ): Promise<void> {
    if (profile === 'debug') {
      const { debugTests } = await import('../debugging/debugTests');
      return debugTests(this.#testing, this.#debugRuns, request, run, stop);
    }
    const { runTests, workflowTimeoutMs: timeoutMs } = await import('./runTests');
    const wish = { onEmulator: profile === 'emulator', timeoutMs, signal: stop.signal };
    if (profile !== 'coverage') return runTests(this.#testing, request, run, wish);
    const [{ ReachedApis }, { addCoverage }] = await Promise.all([
      import('./coverage/apiCoverage'),
      import('./coverage/apiFileCoverage'),
    ]);
    const reached = new ReachedApis();
    await runTests(this.#testing, request, run, { ...wish, watch: { afterRequest: (sent) => reached.add(sent) } });
    await addCoverage(run, this.#testing.services.registry, reached);
  }
}
