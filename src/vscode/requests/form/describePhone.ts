import { t } from '@vscode/l10n';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** "France · +33 6 12 34 56 78", or why nobody would be reached. What is sent stays as it is written. */
export function describePhone(text: string, language = 'en'): string {
  const number = parsePhoneNumberFromString(text);
  if (number === undefined)
    return t('No country can be told: begin with + and the code of the country, as in +33612345678.');
  const country = number.country && new Intl.DisplayNames([language], { type: 'region' }).of(number.country);
  const dialled = [country, number.formatInternational()].filter(Boolean).join(' · ');
  if (!number.isValid()) return t('{0} · no number of this country is like that', dialled);
  return number.number === text ? dialled : `${dialled} · E.164: ${number.number}`;
}
