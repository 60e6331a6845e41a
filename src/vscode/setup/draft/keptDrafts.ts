import type * as vscode from 'vscode';
import { isRecord } from '../../../core/json/jsonKinds';
import { isKeyOrToken } from '../../../core/secrets/hardCodedSecrets';
import { isSame } from '../../connections/connectionSettings';

const key = 'esign.setUp.drafts';

/** Which form it is of: that of a new connection has no id. */
export interface DraftPlace {
  readonly provider: string;
  readonly id?: string | undefined;
}

export interface KeptDraft extends DraftPlace {
  /** Of the tab, by which a form that the editor shows again finds its own. */
  readonly title: string;
  /** The values without any secret. */
  readonly text: string;
}

/** What was filled into forms that are not saved yet. Outlives a reload, and holds no secret. */
export class KeptDrafts {
  readonly #state: vscode.Memento;

  constructor({ workspaceState }: Pick<vscode.ExtensionContext, 'workspaceState'>) {
    this.#state = workspaceState;
  }

  all(): readonly KeptDraft[] {
    return this.#state.get<readonly KeptDraft[]>(key, []);
  }

  of(place: DraftPlace): KeptDraft | undefined {
    return this.all().find((one) => isSame(one, place));
  }

  async keep(draft: KeptDraft): Promise<void> {
    await this.#write([...this.#others(draft), { ...draft, text: withoutSecrets(draft.text) }]);
  }

  async drop(place: DraftPlace): Promise<void> {
    if (this.of(place) !== undefined) await this.#write(this.#others(place));
  }

  #others(place: DraftPlace): readonly KeptDraft[] {
    return this.all().filter((one) => !isSame(one, place));
  }

  async #write(drafts: readonly KeptDraft[]): Promise<void> {
    await this.#state.update(key, drafts);
  }
}

/** What was typed into the wrong field is no less a secret. */
function withoutSecrets(text: string): string {
  const visit = (name: string, value: unknown): unknown => {
    if (typeof value === 'string') return isKeyOrToken(name, value) || hasPassword(value) ? '' : value;
    if (Array.isArray(value)) return value.map((item) => visit(name, item));
    if (!isRecord(value)) return value;
    // A variable says its name beside its value.
    const own = typeof value['name'] === 'string' ? value['name'] : undefined;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, visit(key === 'value' ? (own ?? key) : key, item)]),
    );
  };
  return JSON.stringify(visit('', JSON.parse(text)));
}

function hasPassword(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text.trim());
}
