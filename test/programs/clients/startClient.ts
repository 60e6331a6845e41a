import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSigned } from '../../unit/node/selfSigned';
import type { ClientFile } from './clientFile';

export interface Answer {
  readonly result?: unknown;
  readonly error?: unknown;
}

export interface RunningClient {
  /** `given`: its one argument, or a list of all. */
  call(name: string, given: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a process that uses a client library and trusts the certificate of these tests. */
export async function startClient(
  { package: name, opens }: Pick<ClientFile, 'package' | 'opens'>,
  folder: string,
): Promise<RunningClient> {
  const certificate = join(folder, 'certificate.pem');
  writeFileSync(certificate, selfSigned.cert);
  const child = fork(join('test', 'programs', 'clients', 'clientProcess.mjs'), {
    env: { NODE_EXTRA_CA_CERTS: certificate },
    execArgv: [],
  });
  const { error } = await ask(child, { package: name, opens });
  if (error !== undefined) throw new Error(String(error));
  return {
    call: (call, given) => ask(child, { call, with: given }),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** The next message of the process; its exit is an answer too, so that nobody waits for one that crashed. */
function ask(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      resolve(answer);
    };
    child.once('message', (answer) => settle(answer as Answer));
    child.once('exit', (code) => settle({ error: `The client ended with code ${code}.` }));
    child.send(message);
  });
}
