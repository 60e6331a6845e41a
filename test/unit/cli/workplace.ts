import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../../src/cli/commandLine';
import type { Surroundings } from '../../../src/cli/surroundings';
import { ProviderRegistry } from '../../../src/core/registry';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import { demoProvider } from '../emulator/demoProvider';

/** A folder to call `esign` in, beside a running emulator of the demo provider. */
export interface Workplace {
  readonly folder: string;
  readonly baseUrl: string;
  run(args: readonly string[], env?: Record<string, string>, signal?: AbortSignal): Promise<Result>;
  surroundings(env: Record<string, string>, signal?: AbortSignal): Surroundings;
  /** Text as it is, anything else as JSON. The name comes back. */
  write(name: string, content: unknown): string;
  close(): Promise<void>;
}

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const client = { ESIGN_DEMO_NOTES_CLIENT_ID: 'demo-client', ESIGN_DEMO_NOTES_CLIENT_SECRET: 'demo-secret' };

export const createNote = {
  operation: 'demo-notes/create-note',
  connection: 'emulator',
  path: { note_id: 'new' },
  body: { text: 'hello', copies: 1 },
};

/** A fresh workplace for each test of the suite that calls this. */
export function useWorkplace(): () => Workplace {
  let workplace: Workplace | undefined;
  beforeEach(async () => {
    workplace = await openWorkplace();
  });
  afterEach(() => workplace?.close());
  return () => {
    if (workplace === undefined) throw new Error('A workplace is there while a test runs.');
    return workplace;
  };
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'esign-cli-'));
  const outcome = await startEmulators([demoProvider]);
  if (outcome.kind !== 'running') throw new Error('The emulator did not start.');
  const surroundings: Workplace['surroundings'] = (env, signal = new AbortController().signal) => ({
    registry: new ProviderRegistry([{ ...demoProvider, load: async () => demoProvider }]),
    env,
    cwd: folder,
    colors: false,
    isTerminal: false,
    signal,
    out: () => undefined,
    err: () => undefined,
  });
  return {
    folder,
    baseUrl: outcome.running.servers[0]?.baseUrl ?? '',
    surroundings,
    run: async (args, env = {}, signal) => {
      const printed = { out: '', err: '' };
      const printing: Surroundings = {
        ...surroundings(env, signal),
        out: (text) => {
          printed.out += text;
        },
        err: (text) => {
          printed.err += text;
        },
      };
      return { code: await runCommandLine(printing, args), ...printed };
    },
    write: (name, content) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
      return name;
    },
    close: async () => {
      await outcome.running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
