import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';

/** How values are written where a text is being edited. */
export interface Spelling {
  readonly isJson: boolean;
}

export function writtenSpelling(text: string): Spelling {
  return { isJson: text.trimStart().startsWith('{') };
}

/** A value in one line, which fits wherever a value may stand. */
export function writeValue(value: JsonValue, spelling: Spelling): string {
  if (spelling.isJson) return JSON.stringify(value);
  if (typeof value === 'string') return writeText(value);
  if (isList(value)) return `[${value.map((item) => writeValue(item, spelling)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${writeText(key)}: ${writeValue(item, spelling)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Without quotes where it is read as the same text without them. */
function writeText(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** YAML would read other words, numbers and marks as something else. */
function isPlain(text: string): boolean {
  const isWord = /^[A-Za-z$_/](?:[\w\u00a0-\uffff $./#+@=<>-]|:(?=[\w/]))*$/.test(text);
  return isWord && !/\s#|\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}
