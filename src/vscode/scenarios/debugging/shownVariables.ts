import { t } from '@vscode/l10n';
import { replyJson, replyText } from '../../../core/http';
import { getAt } from '../../../core/requests/pointer';
import type { StepResult } from '../../../core/scenarios/running/result';
import type { StepPlace } from '../../../core/scenarios/running/runWatch';
import { maskerOf } from '../../../core/secrets/masker';
import type { DebugRequest } from './dapMessages';
import type { Area, PausedStep } from './pausedStep';
import { RefusedAnswer } from './refusedAnswer';
import { membersOf, type ShownValue } from './shownValue';

/** What the debugger lets a person look at. */
type Shown = { readonly area: Area | 'reply'; readonly pointer: string };

const scopeNames = () => ({
  values: t('Would Be Sent'),
  inputs: t('Inputs'),
  outputs: t('Outputs'),
  reply: t('Last Reply'),
});

const readOnly = { attributes: ['readOnly'] };

export type VariableChange = Extract<DebugRequest, { command: 'setVariable' }>['arguments'];

interface ChangedVariable {
  readonly area: Area;
  readonly value: string;
  readonly variablesReference: number;
}

/** What a step that is held up has, as a tree of variables, and the last reply beside it. */
export class ShownVariables {
  readonly #references = new Map<number, Shown>();
  #lastReply: object | undefined;

  /** Numbers hold as long as a stop lasts. */
  forget(): void {
    this.#references.clear();
  }

  keepReply({ step }: StepPlace, { run }: StepResult): void {
    if (run?.outcome.kind !== 'replied') return;
    const { reply } = run.outcome;
    const masker = maskerOf(run.secrets, undefined);
    const body = replyJson(reply) ?? replyText(reply);
    this.#lastReply = {
      step: step.stepId,
      status: reply.status,
      body: typeof body === 'string' ? masker.text(body) : masker.value(body, 'reply'),
    };
  }

  scopes(): readonly object[] {
    const areas: readonly (Area | 'reply')[] = [
      'values',
      'inputs',
      'outputs',
      ...(this.#lastReply ? ['reply' as const] : []),
    ];
    return areas.map((area) => ({
      name: scopeNames()[area],
      variablesReference: this.#reference({ area, pointer: '' }),
      expensive: false,
    }));
  }

  at(reference: number, step: PausedStep | undefined): readonly object[] {
    const shown = this.#references.get(reference);
    if (shown === undefined || step === undefined) return [];
    const { area, pointer } = shown;
    if (area === 'reply') return this.#asVariables(area, membersOf(getAt(this.#lastReply, pointer), pointer));
    const lacking = area === 'values' ? step.lacking : undefined;
    if (lacking !== undefined) {
      return [{ name: t('nothing'), value: t('{0} has no value', lacking), variablesReference: 0 }];
    }
    const members = this.#asVariables(area, step.members(area, pointer));
    const { requestLine } = step;
    if (area !== 'values' || pointer !== '' || requestLine === undefined) return members;
    return [{ name: t('request'), value: requestLine, variablesReference: 0, presentationHint: readOnly }, ...members];
  }

  set({ variablesReference, name, value }: VariableChange, step: PausedStep | undefined): ChangedVariable {
    const shown = this.#references.get(variablesReference);
    if (shown === undefined || step === undefined || shown.area === 'reply') {
      throw new RefusedAnswer(t('This cannot be changed.'));
    }
    const { area } = shown;
    const member = step.members(area, shown.pointer).find((one) => one.name === name);
    if (member === undefined) throw new RefusedAnswer(t('There is no "{0}".', name));
    const fault = step.change(area, member.pointer, value);
    if (fault !== undefined) throw new RefusedAnswer(fault);
    const changed = step.valueAt(area, member.pointer);
    return {
      area,
      value: changed?.text ?? '',
      variablesReference: changed?.hasMembers ? this.#reference({ area, pointer: member.pointer }) : 0,
    };
  }

  #asVariables(area: Area | 'reply', values: readonly ShownValue[]): readonly object[] {
    return values.map(({ name, text, pointer, hasMembers }) => ({
      name,
      value: text,
      variablesReference: hasMembers ? this.#reference({ area, pointer }) : 0,
      ...(area === 'reply' && { presentationHint: readOnly }),
    }));
  }

  #reference(shown: Shown): number {
    const reference = this.#references.size + 1;
    this.#references.set(reference, shown);
    return reference;
  }
}
