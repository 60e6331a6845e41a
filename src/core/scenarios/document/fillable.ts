import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { joinPointer } from '../../requests/pointer';
import { type Filled, fill } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';
import { parseTemplate, type Template } from '../expressions/template';
import type { Findings } from './findings';

/** A value of a scenario that may hold expressions. */
export type Fillable =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'template'; readonly template: Template; readonly pointer: string }
  | { readonly kind: 'list'; readonly items: readonly Fillable[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: Fillable])[] };

export function readFillable(findings: Findings, value: JsonValue, pointer: string): Fillable {
  if (typeof value === 'string') return readText(findings, value, pointer);
  if (isList(value)) {
    const items = value.map((item, index) => readFillable(findings, item, joinPointer(pointer, index)));
    return items.every(({ kind }) => kind === 'literal') ? { kind: 'literal', value } : { kind: 'list', items };
  }
  if (!isObject(value)) return { kind: 'literal', value };
  const members = Object.entries(value).map(
    ([name, item]) => [name, readFillable(findings, item, joinPointer(pointer, name))] as const,
  );
  return members.every(([, { kind }]) => kind === 'literal') ? { kind: 'literal', value } : { kind: 'object', members };
}

function readText(findings: Findings, text: string, pointer: string): Fillable {
  const template = parseTemplate(text);
  if (template === undefined) return { kind: 'literal', value: text };
  if (template.kind === 'fault') {
    findings.error(pointer, 'expression', template.message);
    return { kind: 'literal', value: text };
  }
  findings.use(template, pointer);
  return { kind: 'template', template, pointer };
}

/** The value with those of its expressions in their places. */
export function fillAll(fillable: Fillable, scope: Scope): Filled {
  switch (fillable.kind) {
    case 'literal':
      return { kind: 'value', value: fillable.value };
    case 'template':
      return fill(fillable.template, scope);
    case 'list': {
      const items: JsonValue[] = [];
      for (const item of fillable.items) {
        const filled = fillAll(item, scope);
        if (filled.kind === 'nothing') return filled;
        items.push(filled.value);
      }
      return { kind: 'value', value: items };
    }
    case 'object': {
      const members: [string, JsonValue][] = [];
      for (const [name, member] of fillable.members) {
        const filled = fillAll(member, scope);
        if (filled.kind === 'nothing') return filled;
        members.push([name, filled.value]);
      }
      return { kind: 'value', value: Object.fromEntries(members) };
    }
  }
}
