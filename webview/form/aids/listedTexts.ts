import { t } from '@vscode/l10n';
import type { Choice, TextForm } from '../../../src/protocol/form';
import { pageLanguage } from '../../pageLanguage';

/** Texts of a kind that the browser knows all of; others can be typed. `like`: how one is written. */
export function listedTexts(form: TextForm | undefined, like: string): readonly Choice[] {
  switch (form) {
    case 'country':
      return countries().map(({ code, name, label }) => ({ value: /^[A-Z]{2}$/.test(like) ? code : name, label }));
    case 'currency':
      return currencies();
    case 'time-zone':
      return zones();
    default:
      return [];
  }
}

/** "now GMT+2" for a time zone. */
export function zoneInWords(text: string): string {
  if (text === '' || text.includes('{{')) return '';
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: text, timeZoneName: 'shortOffset' });
    return t('now {0}', format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '');
  } catch {
    return t('No time zone is called that: they are written like Europe/Paris.');
  }
}

interface Country {
  readonly code: string;
  /** As an API writes it, which is in English. */
  readonly name: string;
  readonly label: string;
}

const countries = once((): readonly Country[] => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const labels = new Intl.DisplayNames([pageLanguage()], { type: 'region' });
  return pairsOfLetters()
    .filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined || !isOwnCode(code) ? [] : [{ code, name, label: labels.of(code) ?? name }];
    })
    .sort((one, other) => one.label.localeCompare(other.label));
});

/** Unions, test codes, and parts of countries that have a code for other purposes. */
const noCountries: ReadonlySet<string> = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Not the former code of another country. */
function isOwnCode(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

const currencies = once((): readonly Choice[] => {
  const names = new Intl.DisplayNames([pageLanguage()], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: names.of(value) ?? value }));
});

const zones = once((): readonly Choice[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({
    value,
    label: value,
  })),
);

function pairsOfLetters(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

/** Made when it is first asked for: most forms never do. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
