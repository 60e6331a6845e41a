import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { emulatorConnection, emulatorConnectionId } from '../../core/connections/connection';
import { replyJson } from '../../core/http';
import type { Operation, RequestValues } from '../../core/operation';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Provider } from '../../core/provider';
import type { Garden } from '../../core/seeding/seedPlan';
import type { DoorPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { sendRequest } from '../../core/sending/sendRequest';
import { SendSession } from '../../core/sending/sendSession';
import type { Emulator } from '../../emulator/engine';
import { attachmentReader } from '../attachments';
import { createEmulatorClient, inProcessOrigin } from '../emulator/inProcessClient';
import type { SeedPart } from './readSeed';
import { SeedProblem } from './seedProblem';

/** Sends a provider's own calls to an emulator of this process, as its first account. */
export class GardenDoor {
  readonly #provider: Provider;
  readonly #ports: (folder: string) => DoorPorts;

  constructor(provider: Provider, emulator: Emulator) {
    this.#provider = provider;
    const http = createEmulatorClient(emulator);
    const session = new SendSession({ http, now: Date.now, newId: randomUUID });
    const connection = emulatorConnection(provider, inProcessOrigin);
    this.#ports = (folder) => ({
      ...session.ports({
        // Nobody gets mail from an emulator that nobody has seen yet.
        ask: async () => true,
        credentials: async () => ({ kind: 'found', credentials: emulator.credentials() }),
        readFile: attachmentReader(path.join(folder, 'seed'), folder),
      }),
      operation: async (id) => {
        const operation = provider.operations.find((one) => one.id === id);
        return operation && { provider, operation };
      },
      connection: async () => connection,
    });
  }

  /** For one part; what it names are files in the folder. */
  open({ issueAt }: Pick<SeedPart, 'issueAt'>, folder: string): Garden {
    const ports = this.#ports(folder);
    const refuse: Garden['refuse'] = (at, message) => {
      throw new SeedProblem([issueAt(at, message)]);
    };
    return {
      refuse,
      call: async (operation, values, at) => this.#call(ports, operation, values, (message) => refuse(at, message)),
    };
  }

  async #call(
    ports: DoorPorts,
    { id: operation, title }: Operation,
    values: RequestValues,
    refuse: (message: string) => never,
  ): Promise<unknown> {
    const request = { operation, connection: emulatorConnectionId, ...values };
    const { outcome } = await sendRequest(ports, request, { cause: 'commandLine' }, { isLiteral: true });
    const reason = refusalOf(outcome);
    return reason === undefined && outcome.kind === 'replied'
      ? replyJson(outcome.reply)
      : refuse(`"${title}" of ${this.#provider.title} refuses this: ${reason}`);
  }
}

/** Undefined for a success. */
function refusalOf(outcome: Run['outcome']): string | undefined {
  if (outcome.kind === 'failed') {
    const { problem } = outcome;
    if (problem.kind === 'invalidRequest') return problem.issues.map(({ message }) => message).join(' ');
    const { cause, nextStep } = describeProblem(problem);
    return `${cause} ${nextStep}`;
  }
  const { reading, reply } = outcome;
  if (!reading.failed && reading.verdict.kind === 'answer') return undefined;
  const known = reading.errors.map(({ error, failure }) => failure?.meaning ?? error.message ?? '');
  return known.length === 0 ? `it answers with ${reply.status}.` : known.join(' ');
}
