import { t } from '@vscode/l10n';
import type { Recogniser } from './recogniser';

const quotes = '"\'`\u00B4\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A';
const quoted = new RegExp(`^[${quotes}]+|[${quotes}]+$`, 'g');

/** A value without the quotes around it. */
export function unquoted(text: string): string {
  return text.replace(quoted, '');
}

/** What stands around a value where it was copied from. */
export const wrappings: readonly Recogniser[] = [
  {
    code: 'quoted',
    kinds: ['id', 'email', 'url'],
    titleForAll: () => t('Take away quotes around values'),
    find: (text) => meaning(t('stands in quotes'), text, unquoted(text)),
  },
  {
    code: 'name_beside_address',
    kinds: ['email'],
    titleForAll: () => t('Leave nothing but the addresses'),
    find: (text) => {
      const [whole, address] = /^[^<>]*<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>[;,]?$/.exec(text) ?? [];
      const says = whole?.startsWith('<') ? t('stands in < >') : t('holds a name beside the address');
      return address === undefined ? undefined : { says, severity: 'warning', meant: address };
    },
  },
  {
    code: 'mailto',
    kinds: ['email'],
    titleForAll: () => t('Leave nothing but the addresses'),
    find: (text) => meaning(t('is a link that writes a mail'), text, text.replace(/^mailto:([^?]*).*$/is, '$1')),
  },
  {
    code: 'separator_at_end',
    kinds: ['id', 'email', 'url'],
    titleForAll: () => t('Take away what separated the values'),
    find: (text) => meaning(t('ends with "{0}"', text.slice(-1)), text, text.replace(/[;,]+$/, '')),
  },
  {
    code: 'bearer_in_front',
    kinds: ['id', 'secret'],
    find: (text) => {
      const [, scheme, meant] = /^(Bearer|Basic|Token)[ :]\s*(\S+)$/i.exec(text) ?? [];
      return meant === undefined
        ? undefined
        : { says: t('begins with "{0}", which is no part of it', scheme ?? ''), severity: 'warning', meant };
    },
  },
];

function meaning(says: string, text: string, meant: string) {
  return meant === text || meant === '' ? undefined : ({ says, severity: 'warning', meant } as const);
}
