import { t } from '@vscode/l10n';
import type { FormEdit, Mend } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import { joinPointer, splitPointer } from '../../requests/pointer';
import { isOwnReference } from '../../requests/references/reference';
import { type Filled, fill } from '../expressions/evaluate';
import type { Expression } from '../expressions/expression';
import type { Scope } from '../expressions/scope';
import { parseTemplate, type Template, writtenIn } from '../expressions/template';
import type { Findings } from './findings';
import { rewriting } from './mends';

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
  if (template === undefined) {
    tellVariable(findings, text, pointer);
    return { kind: 'literal', value: text };
  }
  if (template.kind === 'fault') {
    findings.error(pointer, 'expression', template.message);
    return { kind: 'literal', value: text };
  }
  const early = writtenIn(template).find(({ expression }) => isOfExchange(expression));
  if (early !== undefined) {
    const message = t(
      '"{0}" is known when the reply has come, and this is needed before anything is sent. Name an output of a step before, as in $steps.STEP.outputs.NAME.',
      shortened(early.text),
    );
    findings.error(pointer, 'expression', message);
  }
  findings.use(template, pointer);
  return { kind: 'template', template, pointer };
}

/** Of the request that a step sends, or of its reply. */
function isOfExchange({ kind }: Expression): boolean {
  return kind === 'url' || kind === 'method' || kind === 'statusCode' || kind === 'message';
}

/** `{{name}}` is how request files name variables of a connection. Here it would be sent as it stands. */
function tellVariable(findings: Findings, text: string, pointer: string): void {
  const [written, name] = /\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/.exec(text) ?? [];
  if (written === undefined || name === undefined || !isOwnReference(written)) return;
  const meant = written === text ? `$inputs.${name}` : `{$inputs.${name}}`;
  const message = t(
    '"{0}" is sent as it stands: variables are of request files. Write {1} for an input.',
    written,
    meant,
  );
  const mend = rewriting(pointer, findings.written(pointer), written, meant);
  findings.warn(pointer, 'variable', message, mend && withInput(findings, mend, pointer, name));
}

/** The workflow gets the input as well, unless it has one of that name, or its inputs are described elsewhere. */
function withInput(findings: Findings, mend: Mend, pointer: string, name: string): Mend {
  const [root, index] = splitPointer(pointer);
  const inputs = joinPointer('', 'workflows', index ?? '', 'inputs');
  const input = joinPointer(inputs, 'properties', name);
  const isElsewhere = ['$ref', 'allOf', 'anyOf', 'oneOf'].some(
    (key) => findings.written(`${inputs}/${key}`) !== undefined,
  );
  if (root !== 'workflows' || name.includes('.') || isElsewhere || findings.written(input) !== undefined) return mend;
  const isNew = findings.written(inputs) === undefined;
  const value: JsonObject = { type: 'string' };
  const added: FormEdit = isNew
    ? { kind: 'set', pointer: inputs, value: { type: 'object', properties: { [name]: value } } }
    : { kind: 'set', pointer: input, value };
  return { title: t('{0}, and add the input "{1}"', mend.title, name), edits: [...mend.edits, added] };
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
