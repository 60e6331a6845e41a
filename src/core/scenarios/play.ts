import type { Credentials } from '../auth';
import { type Connection, emulatorConnection, emulatorConnectionId } from '../connections/connection';
import { type Reply, replyText } from '../http';
import type { Call, RequestValues } from '../operation';
import { runMasker } from '../secrets/runMasker';
import { createCall } from '../sending/call';
import type { DoorPorts, SendPorts } from '../sending/ports';
import type { Run } from '../sending/run';
import { type SendRequestOptions, sendRequest } from '../sending/sendRequest';
import { type SenderPorts, SendSession } from '../sending/sendSession';
import { type CaseFault, problemFault } from './caseFault';
import { KeptValues } from './keptValues';
import type { EmulatorAnswer, Stage } from './stage';

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

  /** Through the door, as everybody sends. */
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
    const answer = await this.stage.emulator.advance(minutes);
    this.#ahead += minutes * 60_000;
    return this.expectSuccess(answer, pointer);
  }

  async reset(pointer: string): Promise<readonly CaseFault[]> {
    return this.expectSuccess(await this.stage.emulator.reset(), pointer);
  }

  async turn(name: string, isOn: boolean, pointer: string): Promise<readonly CaseFault[]> {
    return this.expectSuccess(await this.stage.emulator.turn(name, isOn), pointer);
  }

  expectSuccess(answer: EmulatorAnswer, pointer: string): readonly CaseFault[] {
    const reply = this.replyOf(answer, pointer);
    if ('pointer' in reply) return [reply];
    return reply.status === 200 ? [] : [refusedFault(pointer, 'The emulator', reply)];
  }

  /** The reply, or why there is none. */
  replyOf(answer: EmulatorAnswer, pointer: string): Reply | CaseFault {
    if (answer.kind === 'replied') return answer.reply;
    if (answer.kind === 'foreign') {
      const message = 'The address does not lead to the emulator, so it was not opened.';
      return { pointer, message, nextStep: `Only what begins with ${this.stage.baseUrl} is opened here.` };
    }
    const { baseUrl: url } = this.stage;
    return problemFault(pointer, { kind: 'noReply', url, failure: answer.failure, mayHaveTakenEffect: false });
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
      readFile: async () => ({ kind: 'unreadable', reason: 'cases bring their files as data: URIs' }),
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
    message: `${who} answers with status ${reply.status}${said === '' ? '.' : `: ${said}`}`,
    nextStep: 'Look at what was given before, and at the values.',
  };
}
