import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { EndedDelivery } from '../../emulator/deliveries/endedDelivery';

/** More than a person sends again one by one. */
const mostKept = 100;

/** Events that an emulator of this window has given up, or does not send, the newest first. */
export class UndeliveredEvents implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #all: readonly EndedDelivery[] = [];
  readonly onDidChange = this.#changed.event;

  get all(): readonly EndedDelivery[] {
    return this.#all;
  }

  of(provider: string): readonly EndedDelivery[] {
    return this.#all.filter((one) => one.provider === provider);
  }

  take(delivery: EndedDelivery): void {
    const others = this.#without(delivery);
    if (delivery.state !== 'delivered') this.#set([delivery, ...others].slice(0, mostKept));
    else if (others.length < this.#all.length) this.#set(others);
  }

  /** Nobody can send it again. */
  drop(delivery: Pick<EndedDelivery, 'provider' | 'id'>): void {
    this.#set(this.#without(delivery));
  }

  clear(): void {
    if (this.#all.length > 0) this.#set([]);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #without({ provider, id }: Pick<EndedDelivery, 'provider' | 'id'>): readonly EndedDelivery[] {
    return this.#all.filter((one) => one.provider !== provider || one.id !== id);
  }

  #set(all: readonly EndedDelivery[]): void {
    this.#all = all;
    this.#changed.fire();
  }
}

export function undeliveredText(count: number): string {
  return count === 1 ? t('1 event not delivered') : t('{0} events not delivered', count);
}
