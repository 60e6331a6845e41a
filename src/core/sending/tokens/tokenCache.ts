import type { Token } from '../../auth';
import type { Connection } from '../../connections/connection';

/** Access tokens by provider, connection and all of its addresses. In memory only: tokens never reach the disk. */
export class TokenCache {
  readonly #tokens = new Map<string, Token>();
  readonly #pending = new Map<string, Promise<Token>>();

  get(connection: Connection): Token | undefined {
    return this.#tokens.get(keyOf(connection));
  }

  /** The token that `renew` makes of the cached one. Requests that need it at the same time share one renewal. */
  async shared(connection: Connection, renew: (cached: Token | undefined) => Promise<Token>): Promise<Token> {
    const key = keyOf(connection);
    const pending = this.#pending.get(key) ?? renew(this.#tokens.get(key));
    this.#pending.set(key, pending);
    try {
      const token = await pending;
      this.#tokens.set(key, token);
      return token;
    } finally {
      this.#pending.delete(key);
    }
  }

  delete(connection: Connection): void {
    this.#tokens.delete(keyOf(connection));
  }

  clear(): void {
    this.#tokens.clear();
  }
}

function keyOf({ provider, id, baseUrl, pathPrefix, hosts }: Connection): string {
  const others = Object.entries(hosts).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([provider, id, baseUrl, pathPrefix ?? null, others]);
}
