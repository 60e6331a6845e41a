import type { Token } from '../../auth';
import type { Connection } from '../../connections/connection';

/** Access tokens by provider, connection and all of its addresses. In memory only: tokens never reach the disk. */
export class TokenCache {
  readonly #tokens = new Map<string, Token>();
  readonly #pending = new Map<string, Promise<Token>>();
  readonly #listeners = new Set<() => void>();

  /** Calls whenever there is another token, or none any more. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

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
      this.#put(key, token);
      return token;
    } finally {
      this.#pending.delete(key);
    }
  }

  /** A token that came another way than by a call for it. */
  put(connection: Connection, token: Token): void {
    this.#put(keyOf(connection), token);
  }

  /**
   * A token that was refused is over, whatever it says of its life; what it came with may still renew it. One that another
   * call has renewed meanwhile stays.
   */
  expire(connection: Connection, isRefused: (token: Token) => boolean): void {
    const key = keyOf(connection);
    const token = this.#tokens.get(key);
    if (token !== undefined && isRefused(token)) this.#put(key, { ...token, expiresAt: 0 });
  }

  delete(connection: Connection): void {
    if (this.#tokens.delete(keyOf(connection))) this.#tell();
  }

  clear(): void {
    this.#tokens.clear();
    this.#tell();
  }

  #put(key: string, token: Token): void {
    this.#tokens.set(key, token);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function keyOf({ provider, id, baseUrl, pathPrefix, hosts, tls }: Connection): string {
  const others = Object.entries(hosts).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([provider, id, baseUrl, pathPrefix ?? null, others, tls?.caFile ?? null]);
}
