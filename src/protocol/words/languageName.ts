const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** "French (Canada)" for `fr-CA`, `fr_CA` or `FR_ca`; empty for what is no language. */
export function languageName(code: string): string {
  try {
    return names.of(code.trim().replace('_', '-')) ?? '';
  } catch {
    return '';
  }
}
