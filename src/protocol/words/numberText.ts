import { t } from '@vscode/l10n';

export interface NumberDigits {
  /** Behind the decimal point, whatever the number. */
  readonly least?: number;
  readonly most?: number;
}

/**
 * A number as people of the texts' language write it, "1,234.5" or "1.234,5". A language says which it is by translating
 * `numbers:en` as `numbers:` and its own code.
 */
export function numberText(value: number, { least = 0, most = Math.max(least, 3) }: NumberDigits = {}): string {
  const language = t('numbers:en').replace(/^.*:/, '');
  const key = [language, least, most].join();
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(value);
}

const formats = new Map<string, Intl.NumberFormat>();
