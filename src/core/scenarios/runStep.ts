import { t } from '@vscode/l10n';
import { getAt, joinPointer } from '../requests/pointer';
import { type CaseFault, problemFault } from './caseFault';
import { expectedOfPage, type PageExpectation, type PageStep, pageValues } from './cases/pageSteps';
import type { Play } from './play';
import type { CaseStep, SendStep } from './step';

/** Takes one step, as the engine of scenarios does; what it does not reach is said at its place. */
export function runStep(play: Play, step: CaseStep, pointer: string): Promise<readonly CaseFault[]> {
  if ('send' in step) return send(play, step, pointer);
  if ('switchOn' in step) return play.turn(step.switchOn, true, pointer);
  if ('switchOff' in step) return play.turn(step.switchOff, false, pointer);
  return 'advanceMinutes' in step ? play.advance(step.advanceMinutes, pointer) : page(play, step, pointer);
}

async function send(play: Play, { times = 1, ...step }: SendStep, pointer: string): Promise<readonly CaseFault[]> {
  for (let count = 1; count < times; count += 1) {
    const faults = await sendOnce(play, step, pointer);
    if (faults.length > 0) return faults;
  }
  return sendOnce(play, step, pointer);
}

async function sendOnce(
  play: Play,
  { send: id, values, keep }: SendStep,
  pointer: string,
): Promise<readonly CaseFault[]> {
  const operation = play.stage.provider.operations.find((one) => one.id === id);
  if (operation === undefined) return [problemFault(pointer, { kind: 'unknownOperation', operation: id })];
  const tried = await play.take(operation, play.kept.request(values ?? {}), pointer);
  const fault = play.notPassed(tried, pointer);
  if (fault !== undefined) return [fault];
  const links = tried.run?.outcome.kind === 'replied' ? tried.run.outcome.reading.links : [];
  const root = { reply: tried.exchange?.reply?.body, links };
  return Object.entries(keep ?? {}).flatMap(([name, from]) => keepOne(play, root, name, from, pointer));
}

function keepOne(play: Play, root: unknown, name: string, from: string, pointer: string): readonly CaseFault[] {
  const value = getAt(root, from);
  if (typeof value !== 'string' && typeof value !== 'number') {
    const message = t('There is no text or number at {0} to keep as "{1}".', from, name);
    const nextStep = t('Pointers begin with /reply, for its body, or /links.');
    return [{ pointer: joinPointer(pointer, 'keep', name), message, nextStep }];
  }
  play.kept.keep(name, String(value));
  return [];
}

async function page(play: Play, step: PageStep, pointer: string): Promise<readonly CaseFault[]> {
  const { method, ...values } = pageValues(step, play.kept);
  const expected = expectedOfPage(step, play.kept, pointer);
  const criteria = expected.map(({ criterion }) => criterion);
  const tried = await play.open(method, values, criteria, pointer);
  // Each is asked in its turn, so that they stand in the same order.
  const missed = tried.checks.findIndex(({ passed }) => !passed);
  const unmet: PageExpectation | undefined = expected[missed];
  if (unmet === undefined) return [play.notPassed(tried, pointer)].filter((fault) => fault !== undefined);
  const { criterion, said, nextStep } = unmet;
  return [{ pointer: criterion.pointer, message: said(tried.checks[missed]?.actual), nextStep }];
}
