import { hasAccount, parseProxy } from '../../addresses/proxyAddress';
import { type SettingSecret, secretsInSettings } from '../../connections/hardCodedSettings';
import { isRecord } from '../../json/jsonKinds';
import { joinPointer } from '../pointer';
import type { TextRange } from './editText';
import { jsoncRanges } from './jsoncRanges';
import { jsoncValue } from './jsoncValue';

/** Keys and tokens in the text of settings, with where they stand. */
export function secretsInFile(text: string): readonly (SettingSecret & TextRange)[] {
  const rangeOf = jsoncRanges(text);
  return secretsInSettings(jsoncValue(text)).flatMap((secret) => {
    const range = rangeOf(secret.pointer);
    return range === undefined ? [] : [{ ...secret, ...range }];
  });
}

const proxyKey = 'http.proxy';

/** Where the text of settings names a proxy with user name and password. */
export function proxyAccountsInFile(text: string): readonly ({ readonly pointer: string } & TextRange)[] {
  const file = jsoncValue(text);
  const rangeOf = jsoncRanges(text);
  const places = [
    { pointer: joinPointer('', proxyKey), within: file },
    { pointer: joinPointer('', 'settings', proxyKey), within: isRecord(file) ? file['settings'] : undefined },
  ];
  return places.flatMap(({ pointer, within }) => {
    const named = isRecord(within) ? within[proxyKey] : undefined;
    const address = typeof named === 'string' ? parseProxy(named) : undefined;
    const range = address?.kind === 'proxy' && hasAccount(address) ? rangeOf(pointer) : undefined;
    return range === undefined ? [] : [{ pointer, ...range }];
  });
}
