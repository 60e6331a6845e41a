import { type Connection, originsOf } from '../connections/connection';
import type { Token } from '../provider';

/** Access tokens by provider, connection and origins. In memory only: tokens never reach the disk. */
export class TokenCache {
  readonly #tokens = new Map<string, Token>();

  get(connection: Connection): Token | undefined {
    return this.#tokens.get(keyOf(connection));
  }

  set(connection: Connection, token: Token): void {
    this.#tokens.set(keyOf(connection), token);
  }

  delete(connection: Connection): void {
    this.#tokens.delete(keyOf(connection));
  }

  clear(): void {
    this.#tokens.clear();
  }
}

function keyOf(connection: Connection): string {
  return [connection.provider, connection.id, ...originsOf(connection)].join(' ');
}
