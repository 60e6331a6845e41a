import type { TextRange } from '../requests/editing/editText';
import { jsoncRanges } from '../requests/editing/jsoncRanges';
import { jsoncValue } from '../requests/editing/jsoncValue';
import { type SettingSecret, secretsInSettings } from './hardCodedSettings';

/** Keys and tokens in the text of settings, with where they stand. */
export function secretsInFile(text: string): readonly (SettingSecret & TextRange)[] {
  const rangeOf = jsoncRanges(text);
  return secretsInSettings(jsoncValue(text)).flatMap((secret) => {
    const range = rangeOf(secret.pointer);
    return range === undefined ? [] : [{ ...secret, ...range }];
  });
}
