import type { Steps } from '../../steps';
import { type DecodedText, withoutEscapes } from './decodedText';
import { decodeLevel, decodePercent } from './decodeLevel';

/**
 * What a text reads where it was broken into lines at a width, as base64 is, or written as quoted-printable: each form in
 * the steps that lead to it.
 */
export function* mailForms(text: string): Steps<readonly (readonly DecodedText[])[]> {
  const joined = text.includes('\n') ? yield* withoutEscapes(text, widthBreak, () => '') : undefined;
  return [joined === undefined ? [] : [joined], quotedSign.test(text) ? yield* quotedForms(text) : []];
}

function* quotedForms(text: string): Steps<readonly DecodedText[]> {
  const steps: DecodedText[] = [];
  for (const step of [withoutSoftBreaks, withoutQuotedSigns, decodeLevel]) {
    const next = yield* step(steps.at(-1)?.text ?? text);
    if (next !== undefined) steps.push(next);
  }
  return steps;
}

function withoutSoftBreaks(text: string): Steps<DecodedText | undefined> {
  return withoutEscapes(text, /=[ \t]{0,8}\r?\n/g, () => '');
}

function withoutQuotedSigns(text: string): Steps<DecodedText | undefined> {
  return withoutEscapes(text, quotedCharacter, (spelling) => decodePercent(spelling.replaceAll('=', '%')));
}

/** Behind so many digits of base64 that no sentence has them. */
const widthBreak = /\r?\n(?<=[\w+/=-]{16}\r?\n)[ \t]{0,8}(?=[\w+/-])/g;
/** Whatever is quoted has one of these: a break, an equals sign, or a letter beyond ASCII. */
const quotedSign = /=(?:[ \t]{0,8}\r?\n|3D|[89A-F][\dA-F])/;
const quotedCharacter = /=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3}|=[\dA-F]{2}/g;
