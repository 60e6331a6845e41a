import { t } from '@vscode/l10n';
import { sizeText } from '../../../protocol/words/sizeText';
import type { Reply } from '../../http';
import type { BodyLoss, WholeBody } from './wholeBody';

/** What a reader should know of a reply of which only the beginning was read. */
export function wholeRemarks(reply: Reply): readonly string[] {
  if (reply.whole === undefined) return [];
  return [
    t(
      'The reply is larger than what is read: it was not compared with its documentation, and links in it were not looked for.',
    ),
  ];
}

/** Where the rest is, or why it is nowhere. */
export function whereTheRestIs(whole: WholeBody): string {
  if (whole.kind === 'lost') return losses[whole.why](sizeText(whole.size));
  return t('All of it is in a private file, secrets included, until this window is closed.');
}

const losses: Readonly<Record<BodyLoss, (size: string) => string>> = {
  notWanted: () => t('The rest was not asked for.'),
  diskFull: (size) => t('The rest is lost: the disk was full after {0}.', size),
  notWritable: (size) => t('The rest is lost: after {0} it could not be written to a file.', size),
  tooLarge: (size) => t('The rest is lost: no file is kept of more than {0}.', size),
};
