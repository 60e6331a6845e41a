/** Letters of Chinese, Japanese and Korean, and signs that are as wide. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
const everyWide = new RegExp(wide, 'g');

/** As high as they are wide, where other characters of a monospaced font are 0.6 times as wide. */
const columnsOfWide = 1 / 0.6;

export function hasWideLetters(text: string): boolean {
  return wide.test(text);
}

/** How many columns of a monospaced font a text takes. */
export function widthInColumns(text: string): number {
  const count = text.match(everyWide)?.length ?? 0;
  return text.length + count * (columnsOfWide - 1);
}
