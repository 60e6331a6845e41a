import { replyJson, replyText } from '../http';
import { getAt, joinPointer } from '../requests/pointer';
import type { CaseFault } from './caseFault';
import type { Play } from './play';
import type { EmulatorAnswer } from './stage';
import type { AnswerStep, CaseStep, SendStep, VisitStep } from './step';

/** Takes one step; what it does not reach is said at its place. */
export function runStep(play: Play, step: CaseStep, pointer: string): Promise<readonly CaseFault[]> {
  if ('send' in step) return send(play, step, pointer);
  if ('sign' in step) return decide(play, step, pointer, (emulator, kept) => emulator.sign(kept.text(step.sign)));
  if ('decline' in step) {
    const { decline, reason = '' } = step;
    return decide(play, step, pointer, (emulator, kept) => emulator.decline(kept.text(decline), reason));
  }
  if ('answer' in step) return answer(play, step, pointer);
  if ('switchOn' in step) return play.turn(step.switchOn, true, pointer);
  if ('switchOff' in step) return play.turn(step.switchOff, false, pointer);
  return 'visit' in step ? visit(play, step, pointer) : play.advance(step.advanceMinutes, pointer);
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
  { send: operation, values, keep }: SendStep,
  pointer: string,
): Promise<readonly CaseFault[]> {
  const run = await play.send(operation, play.kept.request(values ?? {}));
  const fault = play.unsuccessful(run, pointer);
  if (fault !== undefined) return [fault];
  if (run.outcome.kind === 'failed') return [];
  const root = { reply: replyJson(run.outcome.reply), links: run.outcome.reading.links };
  return Object.entries(keep ?? {}).flatMap(([name, from]) => keepOne(play, root, name, from, pointer));
}

function keepOne(play: Play, root: unknown, name: string, from: string, pointer: string): readonly CaseFault[] {
  const value = getAt(root, from);
  if (typeof value !== 'string' && typeof value !== 'number') {
    const message = `There is no text or number at ${from} to keep as "${name}".`;
    const nextStep = 'Pointers begin with /reply, for its body, or /links.';
    return [{ pointer: joinPointer(pointer, 'keep', name), message, nextStep }];
  }
  play.kept.keep(name, String(value));
  return [];
}

async function decide(
  play: Play,
  { redirect }: { readonly redirect?: string },
  pointer: string,
  act: (emulator: Play['stage']['emulator'], kept: Play['kept']) => Promise<EmulatorAnswer>,
): Promise<readonly CaseFault[]> {
  const reply = play.replyOf(await act(play.stage.emulator, play.kept), pointer);
  if ('pointer' in reply) return [reply];
  if (reply.status !== 200 && reply.status !== 302) {
    const message = `The signing page answers with status ${reply.status}.`;
    return [{ pointer, message, nextStep: 'Visit the link first, to see what its page says.' }];
  }
  const wanted = redirect === undefined ? undefined : play.kept.text(redirect);
  const led = reply.headers['location'];
  if (wanted === undefined || led === wanted) return [];
  const message = `Expected to be led to ${wanted}, was led ${led === undefined ? 'nowhere' : `to ${led}`}.`;
  return [{ pointer: `${pointer}/redirect`, message, nextStep: 'Correct the redirect, here or in the invite.' }];
}

async function answer(play: Play, step: AnswerStep, pointer: string): Promise<readonly CaseFault[]> {
  const { stage, kept } = play;
  const { status = 200, answers } = step;
  const sent = await stage.emulator.answer(
    kept.text(step.answer),
    answers.map((one) => kept.text(one)),
  );
  const reply = play.replyOf(sent, pointer);
  if ('pointer' in reply) return [reply];
  if (reply.status === status) return [];
  const message = `Expected status ${status}, found ${reply.status}.`;
  return [{ pointer: `${pointer}/status`, message, nextStep: 'Visit the link first, to see what its page asks.' }];
}

async function visit(play: Play, step: VisitStep, pointer: string): Promise<readonly CaseFault[]> {
  const reply = play.replyOf(await play.stage.emulator.visit(play.kept.text(step.visit)), pointer);
  if ('pointer' in reply) return [reply];
  const nextStep = 'Open the link in a browser, to see what its page says.';
  if (reply.status !== step.status) {
    const message = `Expected status ${step.status}, found ${reply.status}.`;
    return [{ pointer: `${pointer}/status`, message, nextStep }];
  }
  if (step.text === undefined || replyText(reply).includes(step.text)) return [];
  return [{ pointer: `${pointer}/text`, message: `The page does not say "${step.text}".`, nextStep }];
}
