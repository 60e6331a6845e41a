import type { SetUpTest } from '../../../protocol/pages/setUp';
import { connectionOf } from '../draft/saveDraft';
import { tryDraft } from '../draft/tryDraft';
import type { SetupServices } from '../setupServices';
import type { DraftUse } from './draftUse';

const untested: SetUpTest = { kind: 'none', steps: [] };

/** The test of what stands in the form: one at a time, shown as its steps are done. */
export class DraftTest {
  readonly #services: SetupServices;
  readonly #use: DraftUse;
  readonly #onChange: () => void;
  #shown = untested;
  #trying: AbortController | undefined;

  constructor(services: SetupServices, use: DraftUse, onChange: () => void) {
    this.#services = services;
    this.#use = use;
    this.#onChange = onChange;
  }

  get shown(): SetUpTest {
    return this.#shown;
  }

  cancel(): void {
    this.#trying?.abort();
  }

  /** What was found was found of something else. */
  outdate(): void {
    if (this.#shown.kind === 'none') return;
    this.cancel();
    this.#shown = { ...this.#shown, kind: 'stale' };
  }

  /** True when the connection works. The draft is complete. */
  async run(): Promise<boolean> {
    const { draft, token: known } = this.#use;
    const connection = connectionOf(draft);
    const { credentials } = draft;
    if (!(await this.#use.maySend(connection))) return false;
    this.cancel();
    const trying = new AbortController();
    this.#trying = trying;
    const tried = { provider: draft.subject.provider, connection, credentials, token: known };
    const onSteps = (steps: SetUpTest['steps']) => this.#show(trying, { kind: 'running', steps });
    onSteps([]);
    const { steps, token } = await tryDraft(this.#services, tried, trying.signal, onSteps);
    if (token !== undefined && this.#trying === trying) this.#use.keepToken(token);
    if (trying.signal.aborted) {
      this.#ended(trying);
      return false;
    }
    const isWorking = steps.every(({ outcome }) => outcome !== 'failed');
    this.#show(trying, { kind: isWorking ? 'passed' : 'failed', steps });
    return isWorking;
  }

  #show(trying: AbortController, test: SetUpTest): void {
    if (this.#trying !== trying || trying.signal.aborted) return;
    this.#shown = test;
    this.#onChange();
  }

  #ended(trying: AbortController): void {
    if (this.#trying === trying && this.#shown.kind === 'running') this.#shown = untested;
    this.#onChange();
  }
}
