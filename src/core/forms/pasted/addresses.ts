import { t } from '@vscode/l10n';
import type { Recogniser } from './recogniser';

/** What is no address where one belongs: few APIs say so before they fail to reach it. */
export const addresses: readonly Recogniser[] = [
  {
    code: 'scheme_missing',
    kinds: ['url'],
    titleForAll: () => t('Put https:// in front'),
    find: (text) =>
      /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?=[/?#]|$))\S*$/i.test(text)
        ? { says: t('lacks https:// in front'), severity: 'warning', meant: `https://${text}` }
        : undefined,
  },
  {
    code: 'no_url',
    kinds: ['url'],
    find: (text) =>
      /^[a-z][a-z\d+.-]*:\S+$/i.test(text)
        ? undefined
        : { says: t('is no URL: it begins with https:// and has no blanks'), severity: 'warning' },
  },
  {
    code: 'no_email_address',
    kinds: ['email'],
    find: (text) =>
      /^[^\s@]+@[^\s@]+$/.test(text)
        ? undefined
        : { says: t('does not look like an e-mail address'), severity: 'warning' },
  },
];

export const addressCodes: ReadonlySet<string> = new Set(addresses.map(({ code }) => code));
