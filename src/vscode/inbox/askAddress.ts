import { t } from '@vscode/l10n';
import { type NamedDelivery, namedDelivery } from '../../core/webhooks/deliveryAddress';
import { showInput } from '../shell/asking/boxes';
import { askModal } from '../shell/notices';

export interface AddressQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** What an empty one means; without it one has to be entered. */
  readonly mayBeEmpty?: boolean;
}

/** An address that a person enters; undefined when they backed out, 'none' for an empty one. */
export async function askAddress(question: AddressQuestion): Promise<NamedDelivery | 'none' | undefined> {
  const { title, prompt, value, mayBeEmpty = false } = question;
  const isNone = (text: string) => mayBeEmpty && text.trim() === '';
  const text = await showInput({
    ...{ title, prompt, value, placeHolder: 'http://localhost:3000/webhooks' },
    validateInput: (entered) => {
      const found = namedDelivery(entered.trim());
      if (isNone(entered) || found.kind !== 'refused') return undefined;
      return t('This is no address to send to: {0}.', found.reason);
    },
  });
  if (text === undefined) return undefined;
  if (isNone(text)) return 'none';
  const to = namedDelivery(text.trim());
  return to.kind === 'address' ? to : undefined;
}

/** Another machine is asked about. */
export async function isAddressAgreedTo(
  { isHere }: NamedDelivery,
  { title, send, detail }: { readonly title: string; readonly send: string; readonly detail: string },
): Promise<boolean> {
  if (isHere) return true;
  return (await askModal(title, detail, t('Keep It'), send)) === send;
}
