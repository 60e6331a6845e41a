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
  return setting(`Add the input "${name}"`, pointer, { type: 'string' });
}

export function tell(findings: Findings, pointer: string, missed: Missed | undefined): void {
  if (missed === undefined) return;
  const mend = missed.meant === undefined ? undefined : writing(pointer, missed.meant);
  findings.error(pointer, 'reference', missed.message, mend);
}

export function outputNames({ outputs }: ScenarioStep | Workflow): readonly string[] {
  return outputs.map(({ name }) => name);
}

/** A schema without properties may take anything. */
export function missingInput(workflow: Workflow, name: string, whose = whoseOf(workflow)): Missed | undefined {
  const { inputs, pointer } = workflow;
  const properties = inputs['properties'];
  const isOpen = ['allOf', 'anyOf', 'oneOf', 'patternProperties'].some((key) => Object.hasOwn(inputs, key));
  if (isOpen || (!isObject(properties) && Object.keys(inputs).length > 0)) return undefined;
  const names = isObject(properties) ? Object.keys(properties) : [];
  const missed = missingName('input', name, names, whose);
  return missed && { ...missed, missingAt: `${pointer}/inputs` };
}

export function missingOutput(workflow: Workflow, name: string, whose = whoseOf(workflow)): Missed | undefined {
  return missingName('output', name, outputNames(workflow), whose);
}

function whoseOf({ workflowId }: Workflow): string {
  return `of the workflow "${workflowId}"`;
}

/** The name may lead on into the value. */
export function missingName(noun: string, name: string, known: readonly string[], whose: string): Missed | undefined {
  return known.some((one) => name === one || name.startsWith(`${one}.`))
    ? undefined
    : missing(noun, name, known, whose);
}

export function missing(noun: string, name: string, known: readonly string[], whose: string): Missed | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  const others = known.length === 0 ? 'There is none.' : `There is ${known.slice(0, 10).join(', ')}.`;
  const advice = meant === undefined ? others : `Did you mean "${meant}"?`;
  return { name, meant, message: `There is no ${noun} "${name}" ${whose}. ${advice}` };
}
