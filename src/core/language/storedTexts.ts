import { isRecord } from '../json/jsonKinds';
import { Phrasebook } from './phrases';

/** What holds a sentence of ours; all else is called by its own name in every language. */
const sentences = new Set([
  'message',
  'reason',
  'detail',
  'nextStep',
  'opening',
  'because',
  'difference',
  'why',
  'note',
]);

let texts: Readonly<Record<string, string>> = {};
let [toEnglish, fromEnglish] = [undefined as Phrasebook | undefined, undefined as Phrasebook | undefined];

/** What English texts are in the language that is spoken from here on; nothing for English. */
export function useTexts(own: Readonly<Record<string, string>>): void {
  texts = own;
  [toEnglish, fromEnglish] = [undefined, undefined];
}

/** As it is kept: whoever reads it later may speak another language. */
export function inEnglish<Value>(value: Value): Value {
  toEnglish ??= Phrasebook.back(texts);
  return said(value, toEnglish);
}

/** What was kept, in the language that is spoken now. */
export function inOwnLanguage<Value>(value: Value): Value {
  fromEnglish ??= new Phrasebook(texts);
  return said(value, fromEnglish);
}

function said<Value>(value: Value, book: Phrasebook): Value {
  return mapped(value, '', (text) => book.say(text)) as Value;
}

function mapped(value: unknown, key: string, say: (text: string) => string): unknown {
  if (typeof value === 'string') return sentences.has(key) ? say(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapped(item, key, say));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, mapped(own, name, say)]));
}
