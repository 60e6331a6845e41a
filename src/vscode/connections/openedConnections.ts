import * as vscode from 'vscode';
import { type Connection, originsOf } from '../../core/connections/connection';

/**
 * The connections that a person has opened to assistants, as long as the window stays. One whose address changes
 * meanwhile is closed: it was opened for where it led.
 */
export class OpenedConnections implements vscode.Disposable {
  readonly #opened = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  has(connection: Connection): boolean {
    return this.#opened.has(keyOf(connection));
  }

  open(connection: Connection): void {
    this.#opened.add(keyOf(connection));
    this.#changed.fire();
  }

  close(connection: Connection): void {
    this.#opened.delete(keyOf(connection));
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function keyOf(connection: Connection): string {
  return JSON.stringify([connection.provider, connection.id, ...originsOf(connection)]);
}
