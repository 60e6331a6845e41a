import { t } from '@vscode/l10n';
import type { Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import { showInfo } from '../../shell/notices';
import { credentialIssues } from '../draft/credentialSection';
import { mayUseCredentials } from '../draft/saveDraft';
import type { SetUpDraft } from '../draft/setUpDraft';
import type { SetupServices } from '../setupServices';

/** What calls may take of a draft: its credentials after a question, and the token that they brought. */
export class DraftUse {
  readonly draft: SetUpDraft;
  readonly #services: SetupServices;
  #version = 0;
  #token: Token | undefined;

  constructor(services: SetupServices, draft: SetUpDraft) {
    this.#services = services;
    this.draft = draft;
  }

  get version(): number {
    return this.#version;
  }

  /** Of this page: calls may use it as soon as the connection is saved. */
  get token(): Token | undefined {
    return this.#token;
  }

  changed(): void {
    this.#version += 1;
  }

  dropToken(): void {
    this.#token = undefined;
  }

  /** What renews it is kept where the credentials have a place for it that takes it: nobody typed it, to mend it. */
  keepToken(token: Token): void {
    this.#token = token;
    const { refreshToken } = token;
    const { kind } = this.draft;
    if (refreshToken === undefined || kind === undefined || !(refreshTokenName in kind.fields.shape)) return;
    const pointer = `/credentials/${refreshTokenName}`;
    const issues = credentialIssues(kind, { [refreshTokenName]: refreshToken });
    if (!issues.some((issue) => issue.pointer === pointer)) this.draft.giveSecret(refreshTokenName, refreshToken);
  }

  /** An answer is for what stood in the form when it was asked. */
  async maySend(connection: Connection): Promise<boolean> {
    const asked = this.#version;
    if (!(await mayUseCredentials(this.#services, this.draft, connection))) return false;
    if (asked === this.#version) return true;
    void showInfo(t('Nothing was sent: the form has changed since the question. Try it again.'));
    return false;
  }
}

const refreshTokenName = 'refreshToken';
