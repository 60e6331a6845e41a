import { t } from '@vscode/l10n';
import type { Rung } from './provider';

/** What a person is told of how far an API is taken. */
interface RungWords {
  /** What is missing, in few words; not there when nothing is. */
  readonly lacks?: string;
  readonly sentence: string;
}

export function rungWords(rung: Rung): RungWords {
  switch (rung) {
    case 'described':
      return {
        lacks: t('requests only'),
        sentence: t('Requests can be filled in, checked and sent. Documents are not listed, and there is no emulator.'),
      };
    case 'listed':
      return {
        lacks: t('no emulator'),
        sentence: t('Requests can be filled in, checked and sent, and documents are listed. There is no emulator.'),
      };
    case 'emulated':
      return {
        sentence: t('Requests can be filled in, checked and sent, documents are listed, and there is an emulator.'),
      };
  }
}
