import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Connection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import { pickConnection } from '../../shell/asking/pickConnection';
import { pickOne } from '../../shell/asking/pickOne';
import { connectionItem } from '../../shell/connectionLook';
import type { ScenarioServices } from '../scenarioServices';

const key = 'esign.scenarios.connections';
const idsKey = 'esign.scenarios.ids';

/** Ids of connections by provider. */
type Chosen = Readonly<Record<string, string>>;

/** What an account has in the place of ids, by the connection. */
type KeptIds = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The connections that scenarios of this workspace run on. */
export class ChosenConnections {
  readonly #state: vscode.Memento;

  constructor({ workspaceState }: vscode.ExtensionContext) {
    this.#state = workspaceState;
  }

  of({ id }: Provider): string | undefined {
    return this.#chosen()[id];
  }

  async ask(provider: Provider, offered: readonly Connection[]): Promise<Connection | undefined> {
    const items = offered.map(connectionItem);
    const chosen = await pickOne(t('Scenarios of {0} run on', provider.title), items, 'always');
    if (chosen !== undefined) await this.#keep(provider, chosen);
    return chosen;
  }

  /** For another one than that which was chosen before; in an open scenario, for each API that it calls. */
  async change(services: ScenarioServices): Promise<void> {
    const { activeProviders } = await import('./activeProviders');
    const providers = await activeProviders(services);
    const known = providers.length === 0 ? [undefined] : providers.map((provider) => ({ provider }));
    for (const one of known) {
      const picked = await pickConnection(services, one, { ask: 'always' });
      if (picked === undefined) return;
      await this.#keep(picked.provider, picked.connection);
      await this.#keepAllIds(picked.connection, {});
    }
  }

  /** What was answered for an account before. */
  ids(connection: Connection): ReadonlyMap<string, string> {
    return new Map(Object.entries(this.#keptIds()[keyOf(connection)] ?? {}));
  }

  keepIds(connection: Connection, ids: ReadonlyMap<string, string>): Promise<void> {
    return this.#keepAllIds(connection, Object.fromEntries(ids));
  }

  async #keepAllIds(connection: Connection, ids: Readonly<Record<string, string>>): Promise<void> {
    await this.#state.update(idsKey, { ...this.#keptIds(), [keyOf(connection)]: ids });
  }

  #keptIds(): KeptIds {
    return this.#state.get<KeptIds>(idsKey, {});
  }

  async #keep({ id }: Provider, connection: Connection): Promise<void> {
    await this.#state.update(key, { ...this.#chosen(), [id]: connection.id });
  }

  #chosen(): Chosen {
    return this.#state.get<Chosen>(key, {});
  }
}

/** Another address is another account. */
function keyOf({ provider, id, baseUrl }: Connection): string {
  return JSON.stringify([provider, id, baseUrl]);
}
