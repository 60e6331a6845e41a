import { emulatorAccounts, emulatorVariables } from '../../headless/emulator/emulatorAccounts';
import { seedRemark } from '../../headless/emulator/seedRemark';
import { createDisclosureLines } from '../../node/emulator/disclosureLines';
import type { RunningEmulators } from '../../node/emulator/runningEmulators';
import { aborted } from '../aborted';
import { paintFor } from '../print/paint';
import { type Command, type Surroundings, UsageError } from '../surroundings';
import { faultsIn } from './emulator/faultOption';
import { portProblem, portsOf, readSpeed } from './emulator/readPorts';
import { readReach } from './emulator/readReach';
import { seedsIn } from './emulator/seedOption';
import { foreseen, stateIn } from './emulator/stateOption';

export const emulatorCommand: Command = {
  summary: 'Run the emulators of all providers on this machine',
  help: async () => `Starts a stateful emulator per provider on 127.0.0.1 and runs until Ctrl+C or SIGTERM.

Usage: esign emulator [--port-base N | --port N] [--host ADDRESS] [--allow-host NAME]... [--public-url URL]
                      [--cert FILE --key FILE] [--deliver-to HOST]...
                      [--seed FILE]... [--state FILE] [--fault [PROVIDER:]JSON]... [--strict] [--clock-speed N]
                      [--log-bodies] [--json]

Options
  --port-base N   Each provider listens at N and an offset of its own; free ports without it
  --port N        One port for all, each provider below /<provider>; 0 for a free one
  --host ADDRESS  Listens there, such as 0.0.0.0 in a container; on 127.0.0.1 without it
  --allow-host NAME  Answers requests for this name, too (NAME or NAME:PORT); for those of loopback without it
  --public-url URL   Links and webhooks carry this address, with --port; for what stands behind a proxy or tunnel.
                     Of one with a path, the proxy takes the path away
  --cert FILE --key FILE  TLS with this certificate and key (PEM)
  --deliver-to HOST  Events of webhooks go to this host, too (host or host:port); to this machine without it
  --seed FILE        Accounts, documents and people to begin with, and to go back to, beside those of the demo: YAML or JSON,
                     such as { PROVIDER: { accounts: [...], documents: [{ name, recipients: [{ email, ... }] }] } }; with a --state file
                     that exists, from the next reset on
  --state FILE       Goes on from the state in this file and keeps it there, after changes and at the end; with all that was
                     sent to the emulators, so for your eyes only. Without it everything ends with the command
  --fault [PROVIDER:]JSON  Lets calls fail, such as 'PROVIDER:{"status":503,"probability":0.1,"seed":7}', and webhooks get lost,
                     late, double or out of order, such as '{"webhook":"drop","probability":0.1,"seed":7}' ("drop", "delay",
                     "duplicate", "reorder"): the fields of the calls "faults" and "webhooks/disturbances". In each
                     world, and again after a reset
  --strict           Refuses names that nobody documents, and what sources disagree on
  --clock-speed N    The clock runs N times as fast
  --log-bodies       Keeps queries, headers and bodies for /__emulator/inspector, secrets masked: 64 kB of each body, 16 MB of all,
                     until a reset. Whoever reaches the address can read them, and turn it on and off
  --json             One line: { "<provider>": { baseUrl, credentials } } once all are ready

GET /__emulator/health answers at the root of every port, and below each provider of a port for all. An address followed by
/~NAME, and requests with the header "x-esign-world: NAME", have a state of their own, made on first use: tests that run
side by side do not meet.

Calls of each emulator's own; a POST needs the header "x-esign-emulator: 1"
${await controlCalls()}
A reply of which no source gives all names the parts in the header x-esign-illustrative, and a call that only
the API has is refused with x-esign-not-emulated. Standard error has a line for the first of each kind.

Webhooks are called on this machine, with the proof, the headers and the retries of each API; deliveries tell what
was answered. Nothing is mailed: deliveries and signers tell the links. "esign openapi emulator" describes each call,
and scenarios make them as steps of the source esign:emulator.
`,
  options: [
    { name: 'json', type: 'boolean' },
    { name: 'port-base', type: 'string' },
    { name: 'port', type: 'string' },
    { name: 'host', type: 'string' },
    { name: 'allow-host', type: 'list' },
    { name: 'public-url', type: 'string' },
    { name: 'cert', type: 'string' },
    { name: 'key', type: 'string' },
    { name: 'deliver-to', type: 'list' },
    { name: 'seed', type: 'list' },
    { name: 'state', type: 'string' },
    { name: 'fault', type: 'list' },
    { name: 'strict', type: 'boolean' },
    { name: 'clock-speed', type: 'string' },
    { name: 'log-bodies', type: 'boolean' },
  ],
  run: async (surroundings, { flags, values, lists, positionals }) => {
    if (positionals.length > 0) throw new UsageError(`"esign emulator" takes no argument: ${positionals[0]}`);
    const ports = portsOf(values);
    const deliverTo = lists['deliver-to'] ?? [];
    const reach = await readReach(surroundings.cwd, values, { allowedHosts: lists['allow-host'] ?? [], deliverTo });
    const clockSpeed = readSpeed(values['clock-speed']);
    const state = stateIn(surroundings.cwd, values['state']);
    const onDisclosure = createDisclosureLines((line) => surroundings.err(`${line}\n`));
    const sayState = (problem: Error) => surroundings.err(`--state: ${problem.message}\n`);
    const providers = await surroundings.registry.emulated();
    const faults = await faultsIn(lists['fault'] ?? [], providers);
    const seeds = await seedsIn(surroundings.cwd, lists['seed'] ?? [], providers, surroundings.err);
    if (seeds === undefined) return 2;
    const unplanted = seedRemark(state, seeds.size > 0);
    if (unplanted !== undefined) surroundings.err(`--seed: ${unplanted}\n`);
    const { startKept } = await import('../../node/emulator/keeping/startKept');
    const outcome = await startKept(providers, {
      ...ports,
      ...reach,
      state,
      onStateProblem: sayState,
      seeds,
      faults,
      strict: flags.has('strict'),
      clockSpeed,
      logBodies: flags.has('log-bodies'),
      onDisclosure,
      webhooks: { allowedHosts: deliverTo },
    }).catch(foreseen(sayState));
    if (outcome === undefined) return 1;
    if (outcome.kind !== 'running') {
      surroundings.err(portProblem(outcome, reach.host));
      return 1;
    }
    const { running } = outcome;
    const { reachRemark } = await import('../../node/emulator/serverReach');
    const remark = reachRemark(reach);
    if (remark !== undefined) surroundings.err(`--cert: ${remark}\n`);
    surroundings.out(
      flags.has('json') ? `${JSON.stringify(emulatorAccounts(running))}\n` : overview(surroundings, running),
    );
    await aborted(surroundings.signal);
    const isStopped = await running.stop().then(() => true, foreseen(sayState));
    return isStopped ? 0 : 1;
  },
};

async function controlCalls(): Promise<string> {
  const { controlCallLines } = await import('../../headless/emulator/controlCallLines');
  return controlCallLines()
    .map((line) => `  ${line}\n`)
    .join('');
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
