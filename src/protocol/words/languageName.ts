/** "French (Canada)" for `fr-CA`, `fr_CA` or `FR_ca`; empty for what is no language. */
export function languageName(code: string, inLanguage = 'en'): string {
  try {
    return namesIn(inLanguage).of(code.trim().replace('_', '-')) ?? '';
  } catch {
    return '';
  }
}

const made = new Map<string, Intl.DisplayNames>();

function namesIn(language: string): Intl.DisplayNames {
  const names = made.get(language) ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  made.set(language, names);
  return names;
}
