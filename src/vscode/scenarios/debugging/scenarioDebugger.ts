import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RunWatch } from '../../../core/scenarios/running/runWatch';
import { pathOf } from '../../shell/files/pathOf';
import { capabilities, type DebugRequest, readDebugRequest, requestNumber } from './dapMessages';
import { RefusedAnswer } from './refusedAnswer';
import { ShownVariables, type VariableChange } from './shownVariables';
import { StepGate, type StopReason } from './stepGate';
import { stepFile, stepLine, stepRanges } from './stepLines';

/** There is one thread: steps are done one after the other. */
const threadId = 1;

/** Shows a run of a scenario to the editor as a program whose lines are its steps. */
export class ScenarioDebugger implements vscode.DebugAdapter {
  readonly #sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  readonly #onEnd: () => void;
  readonly #gate: StepGate;
  /** First lines of steps, by file. */
  readonly #breakpoints = new Map<string, ReadonlySet<number>>();
  readonly #variables = new ShownVariables();
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
      (place) => this.#breakpoints.get(pathOf(stepFile(place, this.#uri())))?.has(stepLine(place)) === true,
    );
  }

  readonly watch: RunWatch = {
    beforeStep: (moment) => this.#gate.beforeStep(moment),
    afterStep: (place, result) => {
      this.#gate.afterStep(place);
      this.#variables.keepReply(place, result);
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
          message: error instanceof RefusedAnswer ? error.message : t('This cannot be done here.'),
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
        return { scopes: this.#variables.scopes() };
      case 'variables':
        return { variables: this.#variables.at(request.arguments.variablesReference, this.paused) };
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
    this.#variables.forget();
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
      const path = pathOf(stepFile(place, this.#uri()));
      return {
        id,
        name: `${place.workflow.workflowId} › ${place.step.stepId}`,
        source: { name: path.split('/').at(-1) ?? path, path },
        line: stepLine(place),
        column: 1,
      };
    });
    return { stackFrames, totalFrames: stackFrames.length };
  }

  #setVariable(change: VariableChange): object {
    const { area, ...changed } = this.#variables.set(change, this.paused);
    // What is sent may be made of it.
    if (area !== 'values') setImmediate(() => this.#event('invalidated', { areas: ['variables'] }));
    return changed;
  }

  #evaluate(expression: string): object {
    const result = this.paused?.evaluate(expression);
    if (result === undefined) throw new RefusedAnswer(t('Write an expression of a scenario, such as $inputs.NAME.'));
    return { result, variablesReference: 0 };
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
