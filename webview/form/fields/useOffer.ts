import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import type { Choice } from '../../../src/protocol/form';
import { OffersContext } from '../state/formContexts';

/** What a field that refers to something in the account may hold, as far as it is known. */
export interface FieldOffer {
  readonly choices: readonly Choice[];
  readonly status: string | undefined;
  readonly ask: (() => void) | undefined;
}

export function useOffer(collection: string | undefined): FieldOffer | undefined {
  const { known, ask } = useContext(OffersContext);
  if (collection === undefined || ask === undefined) return undefined;
  const offer = known[collection];
  if (offer === undefined) return { choices: [], status: undefined, ask: () => ask(collection) };
  switch (offer.kind) {
    case 'loading':
      return { choices: [], status: t('Loading what the connection has…'), ask: undefined };
    case 'none':
      return { choices: [], status: offer.why, ask: () => ask(collection) };
    case 'loaded':
      return { choices: offer.choices, status: statusOf(offer.choices.length, offer.more), ask: undefined };
  }
}

function statusOf(count: number, more: boolean): string | undefined {
  if (count === 0) return t('The connection has none.');
  return more ? t('The first {0}; others can be typed.', count) : undefined;
}
