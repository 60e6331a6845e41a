import { t } from '@vscode/l10n';
import * as z from 'zod';
import { readRewriting } from '../../core/sending/rewriting/rewriting';
import type { SettingMember } from './member';

const entries = () =>
  z
    .array(
      z
        .string()
        .min(1)
        .meta({ title: t('Address'), examples: ['me+*@company.example'] }),
    )
    .optional()
    .meta({
      title: t('Replace recipients by'),
      itemLabel: t('Address'),
      itemsLabel: t('Addresses'),
      description: t(
        'When a request leaves, every recipient is replaced by an address of yours: me+*@company.example, where * is made of the original. Also anna@example.com=me@company.example, other addresses of yours, which stay, a number for phones, and name: Test * for names.',
      ),
    });

export const rewriteMember: SettingMember = {
  key: 'rewriteRecipients',
  owns: ['rewriteRecipients'],
  schema: entries,
  show: ({ rewriteRecipients: written }) => (typeof written === 'string' ? written.split(/\s*[,;\n]\s*/) : written),
  write: (value) => {
    const read = entries().safeParse(value).data ?? [];
    return read.length === 0 ? {} : { rewriteRecipients: read };
  },
  check: (value) => {
    const list = entries().safeParse(value).data ?? [];
    const outcome = readRewriting(list);
    if (outcome.kind === 'rewriting') return [];
    const index = list.findIndex((entry) => entry.trim() === outcome.entry);
    return [{ pointer: index < 0 ? '' : `/${index}`, message: t('It cannot be used: {0}.', outcome.reason) }];
  },
};
