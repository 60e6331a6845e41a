import { t } from '@vscode/l10n';
import { showInput } from '../../shell/asking/boxes';
import { pickOne } from '../../shell/asking/pickOne';

/** What somebody does who is played. */
export type SignerWish =
  | { readonly kind: 'finish' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'expire' };

/** Of somebody without a name there is a link. Undefined when the person gave up. */
export async function askWish(who: string | undefined): Promise<SignerWish | undefined> {
  const kind = await pickOne<SignerWish['kind']>(
    who === undefined ? t('What does the recipient of this link do?') : t('What does {0} do?', who),
    [
      { label: t('Finish'), detail: t('Signs, as the button of the signing page does.'), value: 'finish' },
      { label: t('Decline…'), detail: t('With a reason, where the sender lets people decline.'), value: 'decline' },
      {
        label: t('Let the time run out'),
        detail: t('The clock of the emulators goes forward until it is over for them. A reset sets it right again.'),
        value: 'expire',
      },
    ],
    'always',
  );
  if (kind !== 'decline') return kind && { kind };
  const reason = await showInput({
    title: who === undefined ? t('Decline as the recipient of this link') : t('Decline as {0}', who),
    prompt: t('Why? The API may tell the sender. Empty for no reason.'),
    validateInput: (text) => (text.length <= 1000 ? undefined : t('At most 1,000 characters.')),
  });
  return reason === undefined ? undefined : { kind, reason };
}
