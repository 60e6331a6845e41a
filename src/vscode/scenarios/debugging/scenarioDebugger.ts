import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { replyJson, replyText } from '../../../core/http';
import { getAt } from '../../../core/requests/pointer';
import type { StepResult } from '../../../core/scenarios/running/result';
import type { RunWatch, StepPlace } from '../../../core/scenarios/running/runWatch';
import { maskerOf } from '../../../core/secrets/masker';
import { pathOf } from '../../shell/files/pathOf';
import { scenarioText } from '../scenarioFiles';
import { scenarioTree } from '../testing/scenarioTree';
import { capabilities, type DebugRequest, readDebugRequest, requestNumber } from './dapMessages';
import type { Area } from './pausedStep';
import { membersOf, type ShownValue } from './shownValue';
import { StepGate, type StopReason } from './stepGate';

/** What the debugger lets a person look at. */
type Shown = { readonly area: Area | 'reply'; readonly pointer: string };

const scopeNames = () => ({
  values: t('Would Be Sent'),
  inputs: t('Inputs'),
  outputs: t('Outputs'),
  reply: t('Last Reply'),
});

const readOnly = { attributes: ['readOnly'] };

/** There is one thread: steps are done one after the other. */
const threadId = 1;

/** Shows a run of a scenario to the editor as a program whose lines are its steps. */
export class ScenarioDebugger implements vscode.DebugAdapter {
  readonly #sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  readonly #onEnd: () => void;
  readonly #gate: StepGate;
  /** First lines of steps, by file. */
  readonly #breakpoints = new Map<string, ReadonlySet<number>>();
  readonly #references = new Map<number, Shown>();
  #lastReply: object | undefined;
  #seq = 0;
  #start: () => void = () => undefined;
  readonly onDidSendMessage = this.#sent.event;
  /** The editor has said where it wants to stop. */
  readonly started = new Promise<void>((resolve) => {
    this.#start = resolve;
  });
  readonly #uri: () => vscode.Uri;

  /** `file`: that of the steps under way. */
  constructor(file: () => vscode.Uri, onEnd: () => void) {
    this.#uri = file;
    this.#onEnd = onEnd;
    this.#gate = new StepGate(
      (reason) => this.#stopped(reason),
      (place) => this.#breakpoints.get(pathOf(fileOf(place, this.#uri())))?.has(lineOf(place)) === true,
    );
  }

  readonly watch: RunWatch = {
    beforeStep: (moment) => this.#gate.beforeStep(moment),
    afterStep: (place, result) => {
      this.#gate.afterStep(place);
      this.#keepReply(place, result);
    },
  };

  get paused() {
    return this.#gate.paused;
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    const request = readDebugRequest(message);
    const { seq, command } = request ?? requestNumber(message) ?? { seq: undefined, command: '' };
    if (seq === undefined) return;
    if (request === undefined) {
      this.#send({
        type: 'response',
        request_seq: seq,
        command,
        success: false,
        message: t('Scenarios do not know this.'),
      });
      return;
    }
    void this.#answer(request).then(
      (body) => this.#send({ type: 'response', request_seq: seq, command, success: true, body }),
      (error: unknown) =>
        this.#send({
          type: 'response',
          request_seq: seq,
          command,
          success: false,
          message: error instanceof RefusedReply ? error.message : t('This cannot be done here.'),
        }),
    );
  }

  /** For the debug console. */
  print(text: string): void {
    this.#event('output', { category: 'stdout', output: text });
  }

  /** The run is over. */
  end(): void {
    this.#event('terminated');
  }

  dispose(): void {
    this.#gate.end();
    this.#start();
    this.#onEnd();
    this.#sent.dispose();
  }

  async #answer(request: DebugRequest): Promise<object | undefined> {
    switch (request.command) {
      case 'initialize':
        // Only then does the editor send its breakpoints.
        setImmediate(() => this.#event('initialized'));
        return capabilities;
      case 'launch':
        return undefined;
      case 'configurationDone':
        this.#start();
        return undefined;
      case 'setBreakpoints':
        return this.#setBreakpoints(request.arguments);
      case 'threads':
        return { threads: [{ id: threadId, name: t('Scenario') }] };
      case 'stackTrace':
        return this.#stackTrace();
      case 'scopes':
        return { scopes: this.#scopes() };
      case 'variables':
        return { variables: this.#variables(request.arguments.variablesReference) };
      case 'setVariable':
        return this.#setVariable(request.arguments);
      case 'evaluate':
        return this.#evaluate(request.arguments.expression);
      case 'disconnect':
      case 'terminate':
        this.#gate.end();
        this.#start();
        this.#onEnd();
        if (request.command === 'terminate') this.end();
        return undefined;
      default:
        this.#move(request.command);
        return request.command === 'continue' ? { allThreadsContinued: true } : undefined;
    }
  }

  #move(command: 'continue' | 'next' | 'stepIn' | 'stepOut' | 'pause' | 'skipStep'): void {
    // The answer comes before what follows from it.
    setImmediate(() => {
      if (command === 'continue') this.#gate.continue();
      else if (command === 'skipStep') this.#gate.skip();
      else this.#gate[command]();
    });
  }

  #stopped(reason: StopReason): void {
    this.#references.clear();
    this.#event('stopped', { reason, threadId, allThreadsStopped: true });
  }

  async #setBreakpoints({ source, breakpoints = [] }: BreakpointArguments): Promise<object> {
    const path = source.path ?? '';
    const ranges = await stepRanges(path);
    const placed = breakpoints.map(({ line }) => {
      const range = ranges.find(({ start, end }) => start.line <= line - 1 && line - 1 <= end.line);
      return range === undefined
        ? { verified: false, message: t('No step of a scenario stands here.') }
        : { verified: true, line: range.start.line + 1 };
    });
    this.#breakpoints.set(path, new Set(placed.flatMap(({ line }) => line ?? [])));
    return { breakpoints: placed };
  }

  #stackTrace(): object {
    const stackFrames = this.#gate.frames.map((place, id) => {
      const path = pathOf(fileOf(place, this.#uri()));
      return {
        id,
        name: `${place.workflow.workflowId} › ${place.step.stepId}`,
        source: { name: path.split('/').at(-1) ?? path, path },
        line: lineOf(place),
        column: 1,
      };
    });
    return { stackFrames, totalFrames: stackFrames.length };
  }

  #scopes(): readonly object[] {
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

  #variables(reference: number): readonly object[] {
    const shown = this.#references.get(reference);
    const step = this.paused;
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

  #asVariables(area: Area | 'reply', values: readonly ShownValue[]): readonly object[] {
    return values.map(({ name, text, pointer, hasMembers }) => ({
      name,
      value: text,
      variablesReference: hasMembers ? this.#reference({ area, pointer }) : 0,
      ...(area === 'reply' && { presentationHint: readOnly }),
    }));
  }

  #setVariable({ variablesReference, name, value }: SetArguments): object {
    const shown = this.#references.get(variablesReference);
    const step = this.paused;
    if (shown === undefined || step === undefined || shown.area === 'reply') {
      throw new RefusedReply(t('This cannot be changed.'));
    }
    const { area } = shown;
    const member = step.members(area, shown.pointer).find((one) => one.name === name);
    if (member === undefined) throw new RefusedReply(t('There is no "{0}".', name));
    const fault = step.change(area, member.pointer, value);
    if (fault !== undefined) throw new RefusedReply(fault);
    // What is sent may be made of it.
    if (area !== 'values') setImmediate(() => this.#event('invalidated', { areas: ['variables'] }));
    const changed = step.valueAt(area, member.pointer);
    return {
      value: changed?.text ?? '',
      variablesReference: changed?.hasMembers ? this.#reference({ area, pointer: member.pointer }) : 0,
    };
  }

  #evaluate(expression: string): object {
    const result = this.paused?.evaluate(expression);
    if (result === undefined) throw new RefusedReply(t('Write an expression of a scenario, such as $inputs.NAME.'));
    return { result, variablesReference: 0 };
  }

  #reference(shown: Shown): number {
    const reference = this.#references.size + 1;
    this.#references.set(reference, shown);
    return reference;
  }

  #keepReply({ step }: StepPlace, { run }: StepResult): void {
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

  #event(event: string, body?: object): void {
    this.#send({ type: 'event', event, body });
  }

  #send(message: object): void {
    this.#seq += 1;
    this.#sent.fire({ seq: this.#seq, ...message });
  }
}

type BreakpointArguments = Extract<DebugRequest, { command: 'setBreakpoints' }>['arguments'];
type SetArguments = Extract<DebugRequest, { command: 'setVariable' }>['arguments'];

/** Said to the person who wanted it. */
class RefusedReply extends Error {
  override readonly name = 'RefusedReply';
}

function uriOf(path: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? vscode.Uri.parse(path, true) : vscode.Uri.file(path);
}

function lineOf({ step }: StepPlace): number {
  return step.home.source.placeOf(step.pointer).line;
}

/** The file that a step is written in. */
function fileOf({ step }: StepPlace, scenario: vscode.Uri): vscode.Uri {
  const { file } = step.home;
  return file === undefined ? scenario : vscode.Uri.joinPath(scenario, '..', file);
}

async function stepRanges(path: string) {
  const tree = scenarioTree(await scenarioText(uriOf(path)), path);
  return tree.kind === 'read' ? tree.workflows.flatMap(({ steps }) => steps.map(({ range }) => range)) : [];
}
