import { t } from '@vscode/l10n';
import type { TextForm } from '../../../src/protocol/form';
import { languageName } from '../../../src/protocol/words/languageName';
import { pageLanguage } from '../../pageLanguage';
import { hexOf, withHex } from './colors';
import { dayInWords, pickedOf, withPicked } from './dates';
import { zoneInWords } from './listedTexts';

export interface TextAidProps {
  readonly form: TextForm;
  readonly label: string;
  readonly text: string;
  /** How a new text is written. */
  readonly like: string;
  readonly onPick: (text: string) => void;
}

/** Helps to write a text that is written in a way of its own, and says what it means. The text itself stays as it is. */
export function TextAid({ form, label, text, like, onPick }: TextAidProps) {
  switch (form) {
    case 'date':
    case 'date-time':
      return (
        <div class="text-aid">
          <input
            type={form === 'date' ? 'date' : 'datetime-local'}
            aria-label={t('Choose {0}', label)}
            value={pickedOf(text, form) ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== '') onPick(withPicked(value, like, form));
            }}
          />
          <span class="field-note">{dayInWords(text)}</span>
        </div>
      );
    case 'color':
      return (
        <div class="text-aid">
          <input
            type="color"
            aria-label={t('Choose {0}', label)}
            value={hexOf(text) ?? '#000000'}
            onChange={(event) => onPick(withHex(event.currentTarget.value, like))}
          />
        </div>
      );
    case 'language':
      return <div class="text-aid field-note">{languageName(text, pageLanguage())}</div>;
    case 'time-zone':
      return <div class="text-aid field-note">{zoneInWords(text)}</div>;
    default:
      return null;
  }
}
