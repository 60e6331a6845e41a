import { t } from '@vscode/l10n';
import type { Credentials } from '../auth';
import { type Connection, emulatorConnection, emulatorConnectionId } from '../connections/connection';
import { type Reply, replyText } from '../http';
import type { Call, Operation, RequestValues } from '../operation';
import type { Provider } from '../provider';
import { runMasker } from '../secrets/runMasker';
import { createCall } from '../sending/call';
import type { DoorPorts, SendPorts } from '../sending/ports';
import type { Run } from '../sending/run';
import { type SendRequestOptions, sendRequest } from '../sending/sendRequest';
import { type SenderPorts, SendSession } from '../sending/sendSession';
import { type CaseFault, problemFault } from './caseFault';
import type { Criterion } from './criteria/criterion';
import { nothingKnown } from './expressions/scope';
import type { Template } from './expressions/template';
import { KeptValues } from './keptValues';
import { type Attempt, attempt, type SentStep } from './running/attempt';
import type { EmulatorAnswer, RunPorts } from './running/runPorts';
import type { PageValues, StepValues } from './running/stepValues';
import type { Stage } from './stage';

/** What a step asks of what it sends, and of what comes back. */
export type Asked = Partial<Pick<SentStep, 'criteria' | 'facts' | 'meansToFail'>>;

type AskedAt = Asked & Pick<SentStep, 'pointer' | 'mayRefer'>;

/** One case under way: what was kept so far, whose credentials count, how far time went ahead. */
export class Play {
  readonly stage: Stage;
  readonly kept: KeptValues;
  readonly connection: Connection;
  readonly #session: SendSession;
  readonly #ownCredentials: Credentials;
  #ahead = 0;

  constructor(stage: Stage, ownCredentials: Credentials = {}) {
    const { machine, provider, baseUrl } = stage;
    this.stage = stage;
    this.kept = new KeptValues({ origin: baseUrl, inThirtyDays: dayAfter(machine.now(), 30) });
    this.connection = emulatorConnection(provider, baseUrl);
    this.#ownCredentials = ownCredentials;
    this.#session = new SendSession({ ...machine, now: () => machine.now() + this.#ahead });
  }

  /** Through the door, where nothing is asked of what comes of it. */
  send(operation: string, values: RequestValues, options: SendRequestOptions = {}): Promise<Run> {
    const request = { operation, connection: emulatorConnectionId, ...values };
    return sendRequest(this.#door(), request, { cause: 'scenario' }, options);
  }

  /** For what the product itself reads. */
  call(): Call {
    return createCall(this.ports(), this.stage.provider, this.connection);
  }

  ports(): SendPorts {
    return this.#session.ports(this.#sender());
  }

  credentials(): Credentials {
    return { ...this.stage.credentials, ...this.kept.texts(this.#ownCredentials) };
  }

  async advance(minutes: number, pointer: string): Promise<readonly CaseFault[]> {
    const faults = await this.#controls('advance', { body: { minutes } }, pointer);
    this.#ahead += minutes * 60_000;
    return faults;
  }

  reset(pointer: string): Promise<readonly CaseFault[]> {
    return this.#controls('reset', {}, pointer);
  }

  turn(name: string, isOn: boolean, pointer: string): Promise<readonly CaseFault[]> {
    return this.#controls('turn', { body: { [name]: isOn } }, pointer);
  }

  /** A call as a step of a scenario, with values that are known but for their references. */
  take(operation: Operation, values: RequestValues, pointer: string, asked: Asked = {}): Promise<Attempt> {
    const { provider } = this.stage;
    return this.#call(provider, operation, values, { ...asked, pointer, mayRefer: true });
  }

  /** A page that a step of a scenario opens. */
  open(
    method: 'GET' | 'POST',
    page: PageValues & { readonly link: string },
    criteria: readonly Criterion[],
    pointer: string,
  ): Promise<Attempt> {
    const url: Template = { kind: 'words', parts: [page.link] };
    const target: SentStep['target'] = { kind: 'page', url, method, connection: this.stage.provider.id };
    return this.#attempt(target, { kind: 'page', values: page }, { criteria, pointer });
  }

  /** The reply, or why there is none. */
  replyOf(answer: EmulatorAnswer, pointer: string): Reply | CaseFault {
    if (answer.kind === 'replied') return answer.reply;
    if (answer.kind === 'foreign') {
      const message = t('The address does not lead to the emulator, so it was not opened.');
      return { pointer, message, nextStep: t('Only what begins with {0} is opened here.', this.stage.baseUrl) };
    }
    const { baseUrl: url } = this.stage;
    return problemFault(pointer, { kind: 'noReply', url, failure: answer.failure, mayHaveTakenEffect: false });
  }

  /** Why the engine did not let a step pass, where no expectation of the case says it. */
  notPassed({ passed, run, said }: Attempt, pointer: string, who?: string): CaseFault | undefined {
    if (passed) return undefined;
    if (run?.outcome.kind === 'replied') {
      return this.masked(run, refusedFault(pointer, who ?? run.request.operation, run.outcome.reply));
    }
    if (run?.outcome.kind === 'failed') return this.masked(run, problemFault(pointer, run.outcome.problem));
    const { title = t('Nothing was sent'), cause = '', nextStep = '' } = said ?? {};
    return { pointer, message: `${title}. ${cause}`, nextStep };
  }

  /** What a run is not: a success. */
  unsuccessful(run: Run, pointer: string): CaseFault | undefined {
    const { outcome } = run;
    if (outcome.kind === 'failed') return this.masked(run, problemFault(pointer, outcome.problem));
    if (!outcome.reading.failed) return undefined;
    return this.masked(run, refusedFault(pointer, run.request.operation, outcome.reply));
  }

  /** Expectations quote replies, and replies hold secrets. */
  masked(run: Run, fault: CaseFault): CaseFault {
    return { ...fault, message: runMasker(run, this.stage.provider).text(fault.message) };
  }

  #call(provider: Provider, operation: Operation, values: RequestValues, asked: AskedAt): Promise<Attempt> {
    const isControl = provider !== this.stage.provider;
    const { id: connection } = this.stage.provider;
    const target: SentStep['target'] = { kind: 'operation', provider, operations: [operation], connection, isControl };
    return this.#attempt(target, { kind: 'request', values }, asked);
  }

  #attempt(target: SentStep['target'], values: StepValues, asked: AskedAt): Promise<Attempt> {
    const named = { target, stepId: asked.pointer, parameters: [], body: undefined };
    const step = { criteria: [], meansToFail: false, ...named, ...asked };
    return attempt(this.#runPorts(), step, nothingKnown, new AbortController().signal, values);
  }

  async #controls(
    name: 'reset' | 'advance' | 'turn',
    values: RequestValues,
    pointer: string,
  ): Promise<readonly CaseFault[]> {
    const { provider, [name]: operation } = this.stage.emulator.control;
    const tried = await this.#call(provider, operation, values, { pointer });
    return [this.notPassed(tried, pointer, t('The emulator'))].filter((fault) => fault !== undefined);
  }

  #runPorts(): RunPorts {
    const { emulator, provider } = this.stage;
    const ports = emulator.ports(this.ports(), this.connection);
    return { ...ports, door: (one, id) => (one.id === provider.id ? this.#door() : ports.door(one, id)) };
  }

  #door(): DoorPorts {
    const { provider } = this.stage;
    return {
      ...this.ports(),
      operation: async (id) => {
        const operation = provider.operations.find((candidate) => candidate.id === id);
        return operation && { provider, operation };
      },
      connection: async () => this.connection,
    };
  }

  #sender(): SenderPorts {
    return {
      // Nobody gets mail from an emulator, and what it takes away comes back with a reset.
      ask: async () => true,
      credentials: async () => ({ kind: 'found', credentials: this.credentials() }),
      readFile: async () => ({ kind: 'unreadable', reason: t('cases bring their files as data: URIs') }),
    };
  }
}

/** A day as APIs take it, `2030-01-31`. */
function dayAfter(now: number, days: number): string {
  return new Date(now + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function refusedFault(pointer: string, who: string, reply: Reply): CaseFault {
  const said = replyText(reply).slice(0, 300);
  return {
    pointer,
    message:
      said === ''
        ? t('{0} answers with status {1}.', who, reply.status)
        : t('{0} answers with status {1}: {2}', who, reply.status, said),
    nextStep: t('Look at what was given before, and at the values.'),
  };
}
