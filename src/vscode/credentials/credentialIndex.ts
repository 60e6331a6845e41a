import type { Memento } from 'vscode';

/** For which origins credentials were given. Holds no secret: those are in the secret storage, under `secretKey`. */
export interface CredentialRecord {
  readonly provider: string;
  readonly connection: string;
  readonly origins: readonly string[];
}

const indexKey = 'esign.credentials';

export function secretKey(record: CredentialRecord): string {
  return JSON.stringify([record.provider, record.connection, ...[...record.origins].sort()]);
}

export class CredentialIndex {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  all(): readonly CredentialRecord[] {
    return this.#all();
  }

  /** Newest first. */
  of(provider: string, connection: string): readonly CredentialRecord[] {
    return this.#all().filter((record) => record.provider === provider && record.connection === connection);
  }

  async add(record: CredentialRecord): Promise<void> {
    await this.#memento.update(indexKey, [record, ...this.#without([record])]);
  }

  async remove(records: readonly CredentialRecord[]): Promise<void> {
    await this.#memento.update(indexKey, this.#without(records));
  }

  #without(records: readonly CredentialRecord[]): readonly CredentialRecord[] {
    const keys = new Set(records.map(secretKey));
    return this.#all().filter((record) => !keys.has(secretKey(record)));
  }

  #all(): readonly CredentialRecord[] {
    return this.#memento.get<readonly CredentialRecord[]>(indexKey, []);
  }
}

/** Whether credentials given for the record's origins may be sent to all of these. */
export function covers(record: CredentialRecord, origins: readonly string[]): boolean {
  return origins.every((origin) => record.origins.includes(origin));
}
