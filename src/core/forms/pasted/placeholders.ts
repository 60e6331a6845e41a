import { t } from '@vscode/l10n';
import type { Recogniser } from './recogniser';

const spelled = [
  /^\{[^{}]*\}$/,
  /^<[^<>@]*>$/,
  /^\[[^[\]]*\]$/,
  /^:[a-z_]\w*$/i,
  /^(?:your|insert|enter|replace|paste)[-_ ].*(?:id|key|token|secret|email|address|here|this|name|url)\w*$/i,
  /^(?:\w+[-_ ])?here$/i,
  /^(?:\.{3}|\u2026|x{3,}|todo|tbd|changeme)$/i,
];

/** What a program writes where it has no value. */
const missing = /^(?:undefined|null|NaN|None|nil|\[object Object\])$/;

/** Names in other words are left alone: a person may be called Null. */
export const placeholders: readonly Recogniser[] = [
  {
    code: 'placeholder',
    kinds: ['id', 'email', 'url'],
    find: (text) =>
      isPlaceholder(text) || missing.test(text)
        ? { says: t('stands for a value that is still to be put in'), severity: 'error' }
        : undefined,
  },
  {
    code: 'placeholder',
    kinds: ['word', 'secret'],
    find: (text, { placeholders: own }) =>
      own.length === 0 && /^\{[^{}"]+\}$|^<[^<>@]+>$|^YOUR[-_ ]/.test(text)
        ? { says: t('looks like a placeholder: the value itself is still to be put in'), severity: 'warning' }
        : undefined,
  },
];

export function isPlaceholder(text: string): boolean {
  return spelled.some((pattern) => pattern.test(text));
}
