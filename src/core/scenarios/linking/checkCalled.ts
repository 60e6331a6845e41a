import { t } from '@vscode/l10n';
import { isList, isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import { splitPointer } from '../../requests/pointer';
import { readForeign } from '../document/foreignWorkflow';
import { appending, writing } from '../document/mends';
import { inputMend, type Missed, missingInput, missingOutput, tellWithin } from '../document/references/missingNames';
import type { ScenarioStep, Workflow } from '../document/scenario';
import type { WrittenExpression } from '../expressions/expression';
import { writtenIn } from '../expressions/template';
import type { ForeignFile } from './foreignFiles';
import type { LinkContext } from './sourceMends';

type Files = ReadonlyMap<string, ForeignFile>;
type Context = Pick<LinkContext, 'findings' | 'scenario'>;

/** Checks what steps give to workflows that they run, and what they take from those of other files. */
export function checkCalled(context: Context, files: Files): void {
  const { findings, scenario } = context;
  for (const step of scenario.workflows.flatMap(({ steps }) => steps)) {
    const called = calledBy(context, files, step);
    if (called !== undefined) checkInputs(context, step, called);
  }
  for (const { template, pointer } of scenario.uses) {
    const called = calledAt(context, files, pointer);
    for (const written of called?.file !== undefined ? writtenIn(template) : []) {
      const missed = called && missingOf(written, called);
      if (missed !== undefined) tellWithin(findings, pointer, written.text, missed);
    }
  }
}

function missingOf({ expression }: WrittenExpression, { workflow, file }: Called): Missed | undefined {
  return expression.kind === 'outputs' ? missingOutput(workflow, expression.name, file) : undefined;
}

interface Called {
  readonly workflow: Workflow;
  /** Where it is, if it is in another file. */
  readonly file: string | undefined;
}

/** Undefined as well for one that is not there, which is told where it is named. */
function calledBy({ scenario }: Context, files: Files, { call }: ScenarioStep): Called | undefined {
  if (call.kind !== 'workflow') return undefined;
  const foreign = readForeign(call.workflowId);
  const file = foreign && files.get(foreign.source);
  const { workflowId } = foreign ?? call;
  const workflow =
    foreign === undefined
      ? scenario.workflows.find((one) => one.workflowId === workflowId)
      : file?.scenario.workflows.find((one) => one.prefix === '' && one.workflowId === workflowId);
  if (workflow === undefined) return undefined;
  return { workflow, file: file && shortened(file.url) };
}

function calledAt(context: Context, files: Files, pointer: string): Called | undefined {
  const [root, workflowAt, part, stepAt] = splitPointer(pointer);
  const isInStep = root === 'workflows' && part === 'steps';
  const step = isInStep ? context.scenario.workflows[Number(workflowAt)]?.steps[Number(stepAt)] : undefined;
  return step && calledBy(context, files, step);
}

function checkInputs({ findings }: Context, step: ScenarioStep, { workflow, file }: Called): void {
  for (const { name, pointer } of step.parameters) {
    // What stands elsewhere is for other steps as well.
    const missed = pointer.startsWith(`${step.pointer}/`) ? missingInput(workflow, name, file) : undefined;
    if (missed === undefined) continue;
    const at = `${pointer}/name`;
    const meant = missed.meant === undefined ? undefined : writing(at, missed.meant);
    findings.error(
      at,
      'reference',
      missed.message,
      meant ?? (file === undefined ? inputMend(findings, missed) : undefined),
    );
  }
  const given = step.parameters.map(({ name }) => name);
  const hasUnknown = findings.issues.some(({ pointer }) => pointer.startsWith(`${step.pointer}/parameters/`));
  // One that is misspelled is told once.
  if (hasUnknown) return;
  for (const name of neededInputs(workflow).filter((one) => !given.includes(one))) {
    const mend = appending(t('Add the parameter "{0}"', name), `${step.pointer}/parameters`, { name, value: '' });
    const { workflowId } = workflow;
    const message =
      file === undefined
        ? t('The input "{0}" of the workflow "{1}" is needed: give it in parameters.', shortened(name), workflowId)
        : t(
            'The input "{0}" of the workflow "{1}" in {2} is needed: give it in parameters.',
            shortened(name),
            workflowId,
            file,
          );
    findings.error(step.pointer, 'required', message, mend);
  }
}

/** Those without a value of their own. */
function neededInputs({ inputs }: Workflow): readonly string[] {
  const { required, properties } = inputs;
  const hasDefault = (name: string): boolean => {
    const property = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isObject(property) && property['default'] !== undefined;
  };
  return (isList(required) ? required : []).flatMap((name) =>
    typeof name === 'string' && !hasDefault(name) ? [name] : [],
  );
}
