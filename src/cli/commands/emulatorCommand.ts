import { emulatorAccounts, emulatorVariables } from '../../headless/emulatorAccounts';
import type { RunningEmulators } from '../../node/emulatorServer';
import { paintFor } from '../print/paint';
import { type Command, type Surroundings, UsageError } from '../surroundings';

export const emulatorCommand: Command = {
  summary: 'Run the emulators of all providers on this machine',
  help: () => `Starts a stateful emulator per provider on 127.0.0.1 and runs until Ctrl+C or SIGTERM.

Usage: esign emulator [--port-base N] [--json]

Options
  --port-base N   Port of the first provider, the others follow; free ports without it
  --json          One line: { "<provider>": { baseUrl, credentials } } once all are ready

Each emulator answers GET /__emulator with its state, and GET /__emulator/signers with the signing
pages of APIs that mail their links: nothing is mailed here. With the header "x-esign-emulator: 1",
POST /__emulator/reset starts over and POST /__emulator/advance {"minutes": n} lets time pass.
`,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'port-base', type: 'string' },
  ],
  run: async (surroundings, { flags, values, positionals }) => {
    if (positionals.length > 0) throw new UsageError(`"esign emulator" takes no argument: ${positionals[0]}`);
    const portBase = portOf(values['port-base']);
    const { startEmulators } = await import('../../node/emulatorServer');
    const providers = await surroundings.registry.all();
    const outcome = await startEmulators(providers, portBase === undefined ? {} : { portBase });
    if (outcome.kind !== 'running') {
      const reason = outcome.kind === 'portInUse' ? 'is in use' : `cannot be opened (${outcome.code})`;
      surroundings.err(
        `Port ${outcome.port} for ${outcome.provider} ${reason}.\nChoose other ports with --port-base.\n`,
      );
      return 1;
    }
    const { running } = outcome;
    surroundings.out(
      flags.has('json') ? `${JSON.stringify(emulatorAccounts(running))}\n` : overview(surroundings, running),
    );
    await aborted(surroundings.signal);
    await running.stop();
    return 0;
  },
};

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_000) throw new UsageError(`--port-base must be a port from 1 to 65000, not "${text}".`);
  return port;
}

/** Lines for a shell, so that `esign send` finds address and demo account. */
function overview(surroundings: Surroundings, { servers }: RunningEmulators): string {
  const paint = paintFor(surroundings);
  const blocks = servers.map((server) => {
    const variables = Object.entries(emulatorVariables(server));
    const lines = variables.map(([name, value]) => `export ${name}=${quote(value)}\n`);
    return `${paint.bold(`# ${server.provider} at ${server.baseUrl}`)}\n${lines.join('')}\n`;
  });
  return `${blocks.join('')}${paint.quiet('# Ready. Ctrl+C stops the emulators.')}\n`;
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
