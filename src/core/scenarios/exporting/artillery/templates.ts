import type { JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import type { PlannedValue } from '../plan/exportPlan';

/** Names that would be taken for paths, or for a prototype. */
export function isOddName(name: string): boolean {
  return /[.[\]]|\{\{|^__proto__$/.test(name);
}

/** Whether it holds what can be sent in the text of JSON alone. */
export function isOdd(value: PlannedValue): boolean {
  switch (value.kind) {
    case 'literal':
      return isOddJson(value.value);
    case 'list':
      return value.items.some(isOdd);
    case 'object':
      return value.members.some((member) => isOddName(member.name) || isOdd(member.value));
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && /\{\{|\{$|^\}/.test(part));
    default:
      return false;
  }
}

function isOddJson(value: JsonValue): boolean {
  if (isList(value)) return value.some(isOddJson);
  if (isObject(value)) return Object.entries(value).some(([name, member]) => isOddName(name) || isOddJson(member));
  return typeof value === 'string' && value.includes('{{');
}

/** What is no template is written so that it cannot be taken for one. */
export function jsonText(value: JsonValue, isPlain = true): string {
  const text = JSON.stringify(value);
  return isPlain ? text.replaceAll('{{', '{\\u007b') : text;
}

/** The text with something else in the places of all that is no template of ours. */
export function besideTemplates(text: string, changed: (text: string) => string): string {
  return text
    .split(/(\{\{ [\w.$]+ \}\})/)
    .map((part, index) => (index % 2 === 1 ? part : changed(part)))
    .join('');
}

/** What a person reads. */
export function withoutTemplates(text: string): string {
  return text.replaceAll('{{', '{ {').replaceAll('{{', '{ {');
}
