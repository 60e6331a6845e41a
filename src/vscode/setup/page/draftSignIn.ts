import { t } from '@vscode/l10n';
import { loginCredentials } from '../../../core/auth';
import type { SetUpState } from '../../../protocol/pages/setUp';
import { showInfo } from '../../shell/notices';
import { connectionOf } from '../draft/saveDraft';
import type { SetupServices } from '../setupServices';
import type { DraftUse } from './draftUse';

/** The sign-in with a browser that fills in what nobody wants to copy. */
export class DraftSignIn {
  readonly #services: SetupServices;
  readonly #use: DraftUse;
  readonly #onChange: () => void;
  #signingIn: AbortController | undefined;

  constructor(services: SetupServices, use: DraftUse, onChange: () => void) {
    this.#services = services;
    this.#use = use;
    this.#onChange = onChange;
  }

  get state(): SetUpState['login'] {
    if (this.#use.draft.kind?.login === undefined) return 'none';
    return this.#signingIn === undefined ? 'offered' : 'waiting';
  }

  cancel(): void {
    this.#signingIn?.abort();
  }

  /** True when somebody has signed in. */
  async run(): Promise<boolean> {
    const { kind, subject, credentials } = this.#use.draft;
    if (kind?.login === undefined) return false;
    const connection = connectionOf(this.#use.draft);
    if (!(await this.#use.maySend(connection))) return false;
    this.cancel();
    const signingIn = new AbortController();
    this.#signingIn = signingIn;
    this.#onChange();
    try {
      const { signIn } = await import('../login/signIn');
      const target = { provider: subject.provider, connection, kind, credentials };
      const signedIn = await signIn(this.#services, target, signingIn.signal);
      if (signingIn.signal.aborted) return false;
      if (signedIn === undefined) {
        void showInfo(t('Nobody signed in. Try again, or enter a code.'));
        return false;
      }
      // The code is spent already: what renews the token is what counts from now on.
      this.#use.draft.giveSecret(loginCredentials.code, signedIn.code);
      this.#use.keepToken(signedIn.token);
      this.#use.changed();
      return true;
    } finally {
      if (this.#signingIn === signingIn) this.#signingIn = undefined;
      this.#onChange();
    }
  }
}
