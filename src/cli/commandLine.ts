import { version } from '../../package.json';
import { nearest } from '../core/forms/wording/nearest';
import { describeProblem } from '../core/problems/describeProblem';
import type { Problem } from '../core/problems/problem';
import { rewriteVariable } from '../headless/chooseConnection';
import { diagnoseCommand } from './commands/diagnosing/diagnoseCommand';
import { emulatorCommand } from './commands/emulatorCommand';
import { exportCommand } from './commands/exporting/exportCommand';
import { importCommand } from './commands/importing/importCommand';
import { mcpCommand } from './commands/mcp/mcpCommand';
import { openApiCommand } from './commands/openApiCommand';
import { operationsCommand } from './commands/operationsCommand';
import { referenceCommand } from './commands/referenceCommand';
import { runScenariosCommand } from './commands/runScenariosCommand';
import { sendCommand } from './commands/sendCommand';
import { translateCommand } from './commands/translateCommand';
import { validateCommand } from './commands/validateCommand';
import { listenCommand } from './commands/webhooks/listenCommand';
import { triggerCommand } from './commands/webhooks/triggerCommand';
import { parseArguments } from './parseArguments';
import { printable } from './print/terminal';
import {
  type Command,
  type CommandArguments,
  envFileOption,
  exitCodes,
  rewriteOption,
  type Surroundings,
  UsageError,
} from './surroundings';

const commands: Readonly<Record<string, Command>> = {
  operations: operationsCommand,
  reference: referenceCommand,
  openapi: openApiCommand,
  validate: validateCommand,
  send: sendCommand,
  diagnose: diagnoseCommand,
  run: runScenariosCommand,
  export: exportCommand,
  translate: translateCommand,
  import: importCommand,
  emulator: emulatorCommand,
  listen: listenCommand,
  trigger: triggerCommand,
  mcp: mcpCommand,
};

/** One call of `esign`; the exit code comes back. */
export async function runCommandLine(process: Surroundings, args: readonly string[]): Promise<number> {
  const surroundings = withSafeOutput(process);
  const [name = '--help', ...rest] = args;
  try {
    return await runCommand(surroundings, name, rest);
  } catch (error: unknown) {
    if (!(error instanceof UsageError)) return reportBug(surroundings, rest, error);
    const help = Object.hasOwn(commands, name) ? `esign ${name} --help` : 'esign --help';
    surroundings.err(`${error.message}\nSee "${help}".\n`);
    return exitCodes.usage;
  }
}

/** Whoever reads the output finds a problem there, as for all that goes wrong. */
function reportBug({ out, err }: Surroundings, args: readonly string[], error: unknown): number {
  const problem: Problem = { kind: 'bug', detail: error instanceof Error ? error.message : String(error) };
  const stack = error instanceof Error ? error.stack : String(error);
  err(`This is a mistake in esign itself:\n${stack}\n`);
  if (args.includes('--json')) {
    out(`${JSON.stringify({ problem: { ...problem, ...describeProblem(problem) } }, undefined, 2)}\n`);
  }
  return exitCodes.bug;
}

/** Servers, files and arguments have a say in most of what is printed: no command gets to print it as it is. */
function withSafeOutput(surroundings: Surroundings): Surroundings {
  return {
    ...surroundings,
    out: (text) => surroundings.out(printable(text)),
    err: (text) => surroundings.err(printable(text)),
  };
}

async function runCommand(surroundings: Surroundings, name: string, rest: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    surroundings.out(`${version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    surroundings.out(await overview(surroundings, rest[0]));
    return 0;
  }
  const command = findCommand(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    surroundings.out(await command.help(surroundings));
    return 0;
  }
  const args = parseArguments(command, rest);
  if (surroundings.env[checksOff] === '0' && connecting.has(name)) surroundings.err(checksStay);
  return command.run(withRewriting(await withVariablesOfFile(surroundings, command, args), args), args);
}

function withRewriting(surroundings: Surroundings, { lists }: CommandArguments): Surroundings {
  const entries = lists[rewriteOption.name];
  if (entries === undefined) return surroundings;
  return { ...surroundings, env: { ...surroundings.env, [rewriteVariable]: entries.join(',') } };
}

const checksOff = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Commands that may reach an API. */
const connecting: ReadonlySet<string> = new Set(['send', 'run', 'mcp', 'diagnose']);

const checksStay = `Note: ${checksOff}=0 has no effect here: certificates are checked. One connection to a test environment may do without: ESIGN_<PROVIDER>_CHECK_CERTIFICATES=false.
`;

async function withVariablesOfFile(
  surroundings: Surroundings,
  { options, readsEnvFile }: Command,
  { values }: CommandArguments,
): Promise<Surroundings> {
  const file = values[envFileOption.name];
  if (!options.includes(envFileOption) || (file === undefined && readsEnvFile === 'named')) return surroundings;
  const { withEnvFile } = await import('../headless/environment/withEnvFile');
  const read = await withEnvFile(surroundings, file);
  if (read.kind === 'refused') throw new UsageError(read.message);
  for (const warning of read.warnings) surroundings.err(`${warning}\n`);
  return { ...surroundings, env: read.env, fileVariables: read.variables };
}

function findCommand(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command;
  const meant = nearest(name, Object.keys(commands));
  const kind = name.startsWith('-') ? 'option' : 'command';
  throw new UsageError(`There is no ${kind} ${name}.${meant === undefined ? '' : ` Did you mean "esign ${meant}"?`}`);
}

async function overview(surroundings: Surroundings, topic: string | undefined): Promise<string> {
  if (topic !== undefined) return findCommand(topic).help(surroundings);
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`);
  return `E-Sign Workbench ${version}: test e-signature APIs from the command line.

Usage: esign <command> [options]

Commands
${lines.join('\n')}

Options
  --help      This text; after a command, how to use it
  --version   The version
`;
}
