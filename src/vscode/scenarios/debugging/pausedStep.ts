import { t } from '@vscode/l10n';
import { getAt, joinPointer, setAt, splitPointer } from '../../../core/requests/pointer';
import { evaluate, isJson } from '../../../core/scenarios/expressions/evaluate';
import { parseExpression } from '../../../core/scenarios/expressions/parseExpression';
import type { Scope } from '../../../core/scenarios/expressions/scope';
import { type Built, operationFor } from '../../../core/scenarios/running/requestOf';
import type { StepDecision, StepMoment } from '../../../core/scenarios/running/runWatch';
import { type StepValues, stepValues } from '../../../core/scenarios/running/stepValues';
import { type Masker, maskerOf } from '../../../core/secrets/masker';
import { secretsOfLink } from '../../../core/secrets/secretsOfLink';
import { secretsOfRequest } from '../../../core/secrets/secretValues';
import { sortSecrets } from '../../../core/secrets/sortSecrets';
import type { Secret } from '../../../core/sending/run';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { readTyped } from './readTyped';
import { membersOf, oneLineOf, type ShownValue, shownValue } from './shownValue';

/** What can be looked at and changed before a step is done. */
export const areas = ['values', 'inputs', 'outputs'] as const;
export type Area = (typeof areas)[number];

/** A step before it is done: what it would send, with every expression filled, and what was changed of it. */
export class PausedStep {
  readonly moment: StepMoment;
  #inputs: JsonObject;
  readonly #outputs: Map<string, JsonObject>;
  readonly #changedOutputs = new Set<string>();
  #hasChangedInputs = false;
  /** Of what is sent, by pointer: they stay where inputs change after them. */
  readonly #edits = new Map<string, JsonValue>();

  constructor(moment: StepMoment) {
    this.moment = moment;
    this.#inputs = moment.scope.inputs;
    this.#outputs = new Map(moment.scope.steps);
  }

  /** The expression that has no value, where one has none: the step would send nothing. */
  get lacking(): string | undefined {
    const built = this.#values();
    return built.kind === 'nothing' ? built.text : undefined;
  }

  /** What a request begins with; undefined where none is sent. */
  get requestLine(): string | undefined {
    const { target } = this.moment.step;
    const built = this.#values();
    if (target.kind !== 'operation' || built.kind === 'nothing' || built.value.kind !== 'request') return undefined;
    const { method, path } = operationFor(target, built.value.values);
    return `${method} ${path}`;
  }

  get decision(): StepDecision {
    const built = this.#values();
    const outputs = [...this.#outputs].filter(([stepId]) => this.#changedOutputs.has(stepId));
    return {
      kind: 'go',
      values: this.#edits.size > 0 && built.kind === 'built' ? built.value : undefined,
      inputs: this.#hasChangedInputs ? this.#inputs : undefined,
      outputs: outputs.length > 0 ? new Map(outputs) : undefined,
    };
  }

  /** The members of a value, secrets masked. */
  members(area: Area, pointer: string): readonly ShownValue[] {
    return membersOf(getAt(this.#shown(area), pointer), pointer);
  }

  /** How a value is shown; undefined where there is none. */
  valueAt(area: Area, pointer: string): ShownValue | undefined {
    const value = getAt(this.#shown(area), pointer);
    return isJson(value) ? shownValue(splitPointer(pointer).at(-1) ?? '', pointer, value) : undefined;
  }

  /** Sets what a person typed; the reason why it cannot be, where it cannot. */
  change(area: Area, pointer: string, typed: string): string | undefined {
    const [first = '', ...rest] = splitPointer(pointer);
    const [old, shown] = [getAt(this.#area(area), pointer), getAt(this.#shown(area), pointer)];
    const read = readTyped(typed, old, shown);
    if (read.kind === 'refused') return read.why;
    const { value } = read;
    switch (area) {
      case 'values':
        if (this.lacking !== undefined)
          return t('{0} has no value: change the outputs that it is taken from.', this.lacking);
        this.#edits.set(pointer, value);
        return undefined;
      case 'inputs':
        this.#inputs = setAt(this.#inputs, pointer, value);
        this.#hasChangedInputs = true;
        return undefined;
      case 'outputs': {
        if (rest.length === 0) return t('Change one of the outputs of the step instead.');
        this.#outputs.set(first, setAt(this.#outputs.get(first) ?? {}, joinPointer('', ...rest), value));
        this.#changedOutputs.add(first);
        return undefined;
      }
    }
  }

  /** What an expression stands for here, secrets masked; undefined for what is none. */
  evaluate(text: string): string | undefined {
    const parsed = parseExpression(text.trim());
    if (parsed.kind === 'fault') return undefined;
    const value = evaluate(parsed.expression, this.#scope());
    if (!isJson(value)) return t('nothing');
    return oneLineOf(this.#masker().value({ value }).value);
  }

  #shown(area: Area): unknown {
    const value = this.#area(area);
    return value === undefined ? undefined : this.#masker().value(value, area === 'values' ? 'request' : undefined);
  }

  #area(area: Area): JsonObject | undefined {
    switch (area) {
      case 'values': {
        const built = this.#values();
        return built.kind === 'built' ? { ...built.value.values } : undefined;
      }
      case 'inputs':
        return this.#inputs;
      case 'outputs':
        return Object.fromEntries(this.#outputs);
    }
  }

  #values(): Built<StepValues> {
    const built = stepValues(this.moment.step, this.#scope());
    if (built.kind === 'nothing') return built;
    return { kind: 'built', value: [...this.#edits].reduce(withEdit, built.value) };
  }

  #scope(): Scope {
    return { ...this.moment.scope, inputs: this.#inputs, steps: this.#outputs };
  }

  #masker(): Masker {
    const { step, secrets } = this.moment;
    const operation = step.target.kind === 'operation' ? step.target.operations[0] : undefined;
    return maskerOf(sortSecrets([...secrets, ...this.#ownSecrets()]), operation);
  }

  /** Those that are about to be sent. */
  #ownSecrets(): readonly Secret[] {
    const { target } = this.moment.step;
    const built = this.#values();
    if (built.kind === 'nothing') return [];
    const { kind, values } = built.value;
    if (kind === 'page') return secretsOfLink(String(values.link));
    return kind === 'request' && target.kind === 'operation' ? secretsOfRequest(target.operations[0], values) : [];
  }
}

function withEdit(values: StepValues, [pointer, value]: readonly [string, JsonValue]): StepValues {
  switch (values.kind) {
    case 'request':
      return { kind: 'request', values: setAt(values.values, pointer, value) };
    case 'inputs':
      return { kind: 'inputs', values: setAt(values.values, pointer, value) };
    case 'page':
      return { kind: 'page', values: setAt(values.values, pointer, value) };
  }
}
