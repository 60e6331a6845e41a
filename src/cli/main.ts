import process from 'node:process';
import { ProviderRegistry } from '../core/registry';
import { providers } from '../providers/index';
import { runCommandLine } from './commandLine';
import { askAtTerminal } from './print/askAtTerminal';
import { printable } from './print/terminal';
import { exitCodes } from './surroundings';
import { whenParentEnds } from './whenParentEnds';

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
whenParentEnds(process.env, () => stopped.abort());

// A reader that has seen enough, such as `head`, closes the pipe: there is nobody left to write to.
process.stdout.on('error', () => process.exit());

runCommandLine(
  {
    registry: new ProviderRegistry(providers),
    env: process.env,
    cwd: process.cwd(),
    isTerminal: process.stdout.isTTY === true,
    colors: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    signal: stopped.signal,
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true && { confirm: askAtTerminal(stopped.signal) }),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
  process.argv.slice(2),
).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(printable(`This is a mistake in esign itself:\n${stack}\n`));
    process.exitCode = exitCodes.bug;
  },
);
