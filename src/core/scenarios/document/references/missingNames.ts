import { t } from '@vscode/l10n';
import type { Mend } from '../../../../protocol/form';
import { nearest } from '../../../forms/wording/nearest';
import { isObject } from '../../../json/jsonKinds';
import { joinPointer } from '../../../requests/pointer';
import type { Findings } from '../findings';
import { rewriting, setting, writing } from '../mends';
import type { ScenarioStep, Workflow } from '../scenario';

/** A name that leads nowhere. */
export interface Missed {
  readonly message: string;
  readonly name: string;
  readonly meant?: string | undefined;
  /** Where it can be made. */
  readonly missingAt?: string | undefined;
}

/** Of a name within an expression, where names stand between dots. */
export function tellWithin(findings: Findings, pointer: string, text: string, missed: Missed): void {
  const { message, name, meant } = missed;
  const rewritten = text.replace(`.${name}`, () => `.${meant}`);
  const mend = meant === undefined ? undefined : rewriting(pointer, findings.written(pointer), text, rewritten);
  findings.error(pointer, 'reference', message, mend ?? inputMend(findings, missed));
}

/** Inputs of the components are of several workflows, and nothing is added to them. */
export function inputMend(findings: Findings, { name, meant, missingAt }: Missed): Mend | undefined {
  if (meant !== undefined || missingAt === undefined || findings.written(`${missingAt}/$ref`) !== undefined)
    return undefined;
  const pointer = joinPointer(missingAt, 'properties', name);
  return setting(t('Add the input "{0}"', name), pointer, { type: 'string' });
}

export function tell(findings: Findings, pointer: string, missed: Missed | undefined): void {
  if (missed === undefined) return;
  const mend = missed.meant === undefined ? undefined : writing(pointer, missed.meant);
  findings.error(pointer, 'reference', missed.message, mend);
}

export function outputNames({ outputs }: ScenarioStep | Workflow): readonly string[] {
  return outputs.map(({ name }) => name);
}

/** A schema without properties may take anything. `file`: where the workflow is, if it is not in the file that is read. */
export function missingInput(workflow: Workflow, name: string, file?: string): Missed | undefined {
  const { inputs, pointer, workflowId } = workflow;
  const properties = inputs['properties'];
  const isOpen = ['allOf', 'anyOf', 'oneOf', 'patternProperties'].some((key) => Object.hasOwn(inputs, key));
  if (isOpen || (!isObject(properties) && Object.keys(inputs).length > 0)) return undefined;
  const names = isObject(properties) ? Object.keys(properties) : [];
  const missed = missingName(name, names, () =>
    file === undefined
      ? t('There is no input "{0}" of the workflow "{1}".', name, workflowId)
      : t('There is no input "{0}" of the workflow "{1}" in {2}.', name, workflowId, file),
  );
  return missed && { ...missed, missingAt: `${pointer}/inputs` };
}

export function missingOutput(workflow: Workflow, name: string, file?: string): Missed | undefined {
  const { workflowId } = workflow;
  return missingName(name, outputNames(workflow), () =>
    file === undefined
      ? t('There is no output "{0}" of the workflow "{1}".', name, workflowId)
      : t('There is no output "{0}" of the workflow "{1}" in {2}.', name, workflowId, file),
  );
}

/** The name may lead on into the value. */
export function missingName(name: string, known: readonly string[], say: () => string): Missed | undefined {
  return known.some((one) => name === one || name.startsWith(`${one}.`)) ? undefined : missing(name, known, say);
}

/** `say`: that there is none of that name. */
export function missing(name: string, known: readonly string[], say: () => string): Missed | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  return { name, meant, message: `${say()} ${adviceOn(known, meant)}` };
}

/** What there is in the place of a name that leads nowhere. */
export function adviceOn(known: readonly string[], meant: string | undefined): string {
  if (meant !== undefined) return t('Did you mean "{0}"?', meant);
  return known.length === 0 ? t('There is none.') : t('There is {0}.', known.slice(0, 10).join(', '));
}
