import type * as vscode from 'vscode';
import type { Connection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import { pickConnection } from '../../shell/asking/pickConnection';
import { pickOne } from '../../shell/asking/pickOne';
import type { ScenarioServices } from '../scenarioServices';

const key = 'esign.scenarios.connections';

/** Ids of connections by provider. */
type Chosen = Readonly<Record<string, string>>;

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
    const items = offered.map((connection) => ({
      label: connection.title,
      description: connection.environmentTitle === connection.title ? '' : connection.environmentTitle,
      value: connection,
    }));
    const chosen = await pickOne(`Scenarios of ${provider.title} run on`, items, 'always');
    if (chosen !== undefined) await this.#keep(provider, chosen);
    return chosen;
  }

  /** For another one than that which was chosen before. */
  async change(services: ScenarioServices): Promise<void> {
    const picked = await pickConnection(services, undefined, { ask: 'always' });
    if (picked !== undefined) await this.#keep(picked.provider, picked.connection);
  }

  async #keep({ id }: Provider, connection: Connection): Promise<void> {
    await this.#state.update(key, { ...this.#chosen(), [id]: connection.id });
  }

  #chosen(): Chosen {
    return this.#state.get<Chosen>(key, {});
  }
}
