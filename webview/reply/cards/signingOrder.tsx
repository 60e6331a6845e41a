import { t } from '@vscode/l10n';
import type { OrderStep } from '../../../src/protocol/reply';

/** Who signs when, and how far they are, as the reply tells it. */
export function SigningOrder({ steps }: { readonly steps: readonly OrderStep[] }) {
  return (
    <section class="block" aria-labelledby="signing-order">
      <h2 id="signing-order">{t('Order of signing')}</h2>
      <ol class="order-steps">
        {steps.map(({ order, people }) => (
          <li key={order} class="order-step" aria-label={titleOf(order, people.length)}>
            <p class="quiet" aria-hidden="true">
              {titleOf(order, people.length)}
            </p>
            <ul>
              {people.map(({ name, status, done }) => (
                <li key={name} class={done ? 'order-person order-done' : 'order-person'}>
                  <span>{name}</span>
                  {status !== undefined && <span class="order-status">{status}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf(order: number, count: number): string {
  return count > 1 ? t('Step {0}, at the same time', order) : t('Step {0}', order);
}
