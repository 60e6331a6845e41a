import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import { textOrJson } from '../../../json/values/textOrJson';
import type { PlannedInput, PlannedValue, Read } from '../plan/exportPlan';
import { type LinearScope, outputNamed } from '../plan/linearSteps';
import type { Remark } from '../writtenExport';
import type { ArtilleryNames } from './artilleryNames';
import { literalOf, pathTo, type ResolvedRead, unknownRead, valueBelow, variableAt } from './resolvedRead';
import { besideTemplates, isOddName, jsonText } from './templates';

/** A member of the reply of a token call. */
interface KeptToken {
  readonly api: string;
  readonly call: string;
  readonly property: string;
  readonly name: string;
}

/** Values with templates in the places of what is known while it runs. */
export class ArtilleryValues {
  readonly remarks: Remark[] = [];
  /** Of `config.variables`. */
  readonly variables: Record<string, JsonValue> = {};
  /** Variables that a capture has to set. */
  readonly used = new Set<string>();
  readonly #tokens = new Map<string, KeptToken>();
  readonly #names: ArtilleryNames;
  readonly #variableOf: (api: string, field: string) => string;

  constructor(names: ArtilleryNames, variableOf: (api: string, field: string) => string) {
    this.#names = names;
    this.#variableOf = variableOf;
  }

  get tokens(): readonly KeptToken[] {
    return [...this.#tokens.values()];
  }

  write(value: PlannedValue, scope: LinearScope, pointer: string): JsonValue {
    switch (value.kind) {
      case 'literal':
        return this.literal(value.value, pointer);
      case 'read':
        return this.#read(value, scope, pointer);
      case 'text':
        return this.#joined(
          value.parts.map((part) =>
            textOrJson(typeof part === 'string' ? this.literal(part, pointer) : this.#read(part, scope, pointer)),
          ),
          pointer,
        );
      case 'list':
        return value.items.map((item) => this.write(item, scope, pointer));
      case 'object':
        return this.#object(
          value.members.map(({ name, value: member }) => [name, this.write(member, scope, pointer)]),
          pointer,
        );
      case 'basic':
        return '';
    }
  }

  /** The same as the text of JSON, in which braces and names of any kind may stand. */
  writeJson(value: PlannedValue, scope: LinearScope, pointer: string): string {
    switch (value.kind) {
      case 'literal':
        return jsonText(value.value);
      case 'list':
        return `[${value.items.map((item) => this.writeJson(item, scope, pointer)).join(',')}]`;
      case 'object': {
        const members = value.members.map(
          ({ name, value: member }) => `${jsonText(name)}:${this.writeJson(member, scope, pointer)}`,
        );
        return `{${members.join(',')}}`;
      }
      case 'text':
        return `"${value.parts.map((part) => this.#jsonPart(part, scope, pointer)).join('')}"`;
      default:
        return this.#jsonRead(value, scope, pointer);
    }
  }

  #jsonPart(part: string | Read, scope: LinearScope, pointer: string): string {
    const written = typeof part === 'string' ? jsonText(part) : this.#jsonRead(part, scope, pointer);
    const inner = written.startsWith('"') ? written.slice(1, -1) : jsonText(written).slice(1, -1);
    // Those beside a template would be taken for a part of it.
    return besideTemplates(inner, (text) => text.replaceAll('{', '\\u007b').replaceAll('}', '\\u007d'));
  }

  /** Braces of two parts that meet would be taken for those of a template. */
  #joined(parts: readonly string[], pointer: string): string {
    return parts.reduce((before, part) => {
      if (/\{\{|\}\}/.test(before.slice(-1) + part.slice(0, 1))) {
        this.refuse(pointer, t('Artillery takes a brace beside a template for a part of it.'));
      }
      return before + part;
    }, '');
  }

  #jsonRead(read: PlannedValue, scope: LinearScope, pointer: string): string {
    const resolved = read.kind === 'read' ? this.#resolve(read, scope) : unknownRead;
    if (resolved.kind === 'value') return this.writeJson(resolved.value, resolved.scope, pointer);
    return jsonText(this.write(read, scope, pointer), false);
  }

  /** Two braces begin a template, and there is no other way to write them. */
  literal(value: JsonValue, pointer: string): JsonValue {
    if (isList(value)) return value.map((item) => this.literal(item, pointer));
    if (isObject(value)) {
      return this.#object(
        Object.entries(value).map(([name, member]) => [name, this.literal(member, pointer)]),
        pointer,
      );
    }
    if (typeof value === 'string' && value.includes('{{')) {
      this.refuse(
        pointer,
        t('Artillery takes "{0}" for the start of a template, and has no way to send it as it is.', '{{'),
      );
    }
    return value;
  }

  refuse(pointer: string, message: string): void {
    this.remarks.push({ pointer, message, severity: 'error' });
  }

  warn(pointer: string, message: string): void {
    this.remarks.push({ pointer, message, severity: 'warning' });
  }

  #object(members: readonly (readonly [string, JsonValue])[], pointer: string): JsonObject {
    if (members.some(([name]) => isOddName(name))) {
      this.refuse(pointer, t('Artillery takes dots and brackets in names of members for paths.'));
    }
    return Object.fromEntries(members);
  }

  /** `{{ name }}`, or the value itself where it is known beforehand. */
  #read(read: Read, scope: LinearScope, pointer: string): JsonValue {
    const resolved = this.#resolve(read, scope);
    if (resolved.kind === 'variable') return `{{ ${resolved.path} }}`;
    if (resolved.kind === 'value') return this.write(resolved.value, resolved.scope, pointer);
    this.refuse(
      pointer,
      t('Artillery cannot keep {0}: it captures from bodies and headers of replies alone.', read.text),
    );
    return '';
  }

  #resolve({ source, keys, text }: Read, scope: LinearScope): ResolvedRead {
    switch (source.from) {
      case 'inputs':
        return this.#input(source.name, keys, scope);
      case 'credentials':
        return variableAt(`$processEnvironment.${this.#variableOf(source.api, source.field)}`);
      case 'tokens':
        return this.#token(source.api, source.name, keys);
      case 'steps':
        return this.#output(source.stepId, source.name, keys, scope);
      case 'workflows': {
        const other = scope.starts.get(source.workflowId);
        if (other === undefined) return unknownRead;
        if (source.field === 'inputs') return this.#input(source.name, keys, other);
        return this.#alias(outputNamed(other.workflow.outputs, source.name)?.value, keys, other, text);
      }
      default:
        return unknownRead;
    }
  }

  #input(name: string, keys: readonly string[], scope: LinearScope): ResolvedRead {
    const { given, workflow } = scope;
    const declared = workflow.inputs.find((one) => one.name === name);
    const value = given?.values.get(name);
    if (given !== undefined && value !== undefined) return valueBelow(value, keys, given.scope);
    if (declared === undefined) return unknownRead;
    if (given === undefined) return this.#environment(declared, keys, scope);
    return declared.fallback === undefined ? unknownRead : valueBelow(literalOf(declared.fallback), keys, scope);
  }

  #environment(
    { name, variable: key, fallback }: PlannedInput,
    keys: readonly string[],
    scope: LinearScope,
  ): ResolvedRead {
    if (fallback === undefined) return keys.length > 0 ? unknownRead : variableAt(`$processEnvironment.${key}`);
    this.literal(fallback, `${scope.workflow.pointer}/inputs`);
    const own = this.#names.of(`${scope.prefix}${name}`);
    // One of a list is chosen for each virtual user.
    this.variables[own] = isList(fallback) ? [[...fallback]] : fallback;
    return pathTo(own, keys);
  }

  #output(stepId: string, name: string, keys: readonly string[], scope: LinearScope): ResolvedRead {
    const step = scope.workflow.steps.find((one) => one.stepId === stepId);
    const output = step && outputNamed(step.outputs, name);
    if (step === undefined || output === undefined) return unknownRead;
    const { source } = output.value;
    if (source.from === 'reply') return this.#kept([`${scope.prefix}${stepId}`, name], keys);
    if (source.from === 'outputs') {
      const inner = scope.inner.get(stepId);
      if (inner === undefined) return unknownRead;
      const own = outputNamed(inner.workflow.outputs, source.name)?.value;
      return this.#alias(own, [...output.value.keys, ...keys], inner, output.value.text);
    }
    return this.#alias(output.value, keys, scope, output.value.text);
  }

  #token(api: string, call: string, [property = '', ...keys]: readonly string[]): ResolvedRead {
    const name = this.#names.of('token', api, call, property);
    this.#tokens.set(name, { api, call, property, name });
    return pathTo(name, keys);
  }

  #alias(read: Read | undefined, keys: readonly string[], scope: LinearScope, text: string): ResolvedRead {
    return read === undefined ? unknownRead : this.#resolve({ ...read, keys: [...read.keys, ...keys], text }, scope);
  }

  #kept(parts: readonly string[], keys: readonly string[]): ResolvedRead {
    const name = this.#names.of(...parts);
    this.used.add(name);
    return pathTo(name, keys);
  }
}
