import { t } from '@vscode/l10n';
import { numberText } from './numberText';

/** Decimal, as file managers of most systems count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? t('1 byte') : t('{0} bytes', bytes);
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${numberText(amount, { most: amount < 10 ? 1 : 0 })} ${unit}`;
}
