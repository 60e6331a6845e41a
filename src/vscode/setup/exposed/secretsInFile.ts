import { type SettingSecret, secretsInSettings } from '../../../core/connections/hardCodedSettings';
import type { TextRange } from '../../../core/requests/editing/editText';
import { jsoncRanges } from '../../../core/requests/editing/jsoncRanges';
import { jsoncValue } from '../../../core/requests/editing/jsoncValue';

/** Keys and tokens in the text of settings, with where they stand. */
export function secretsInFile(text: string): readonly (SettingSecret & TextRange)[] {
  const rangeOf = jsoncRanges(text);
  return secretsInSettings(jsoncValue(text)).flatMap((secret) => {
    const range = rangeOf(secret.pointer);
    return range === undefined ? [] : [{ ...secret, ...range }];
  });
}
