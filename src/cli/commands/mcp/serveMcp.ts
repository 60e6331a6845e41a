import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { AgentSession } from '../../../headless/agents/agentSession';
import { MemoryHistory } from '../../../headless/agents/memoryHistory';
import { JsonLinesHistoryStore } from '../../../node/history/historyStore';
import { type CommandArguments, type Surroundings, UsageError } from '../../surroundings';
import { agentServer } from './agentServer';
import { filesFolder, noFiles } from './filesFolder';

/** Serves until the input ends or a signal comes; then everything it started is stopped. */
export async function serveMcp(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const { registry, env, signal } = surroundings;
  const onError = (error: unknown) => surroundings.err(`${error instanceof Error ? error.message : String(error)}\n`);
  const templates = templatesFolder();
  const files = filesFolder(surroundings.cwd, args.values['files']);
  if (files === undefined) surroundings.err(`${noFiles}\n`);
  const session = new AgentSession({
    ...{ registry, env, onError },
    // Nothing lies in a folder that does not exist.
    cwd: files ?? path.join(templates, 'no-files'),
    opened: openedConnections(registry.ids, args.lists['allow-connection'] ?? []),
    showsLinks: args.flags.has('show-links'),
    history: historyAt(surroundings, args.values['history']),
    templates,
  });
  const transport = new StdioServerTransport();
  const server = agentServer(session, files === undefined ? noFiles : undefined);
  const handle = serveStdio(server.create, { transport, onerror: onError });
  await ended(signal);
  server.giveUp();
  await handle.close();
  await session.stop();
  return 0;
}

/** The input of a client that is gone ends; one that is killed closes it as well. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => resolve();
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { once: true });
    process.stdin.once('end', end);
    process.stdin.once('close', end);
  });
}

/** They lie beside what runs, or beside its folder: a link to the command leads there. */
function templatesFolder(): string {
  const build = path.dirname(realpathSync(process.argv[1] ?? '.'));
  const places = ['scenarios', '../scenarios'].map((place) => path.join(build, place));
  return places.find((place) => existsSync(place)) ?? build;
}

function historyAt({ cwd }: Surroundings, folder: string | undefined) {
  if (folder === undefined) return new MemoryHistory();
  const place = path.resolve(cwd, folder);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--history ${folder}: It is no folder. Name one; it is made where there is none.`);
  return new JsonLinesHistoryStore(place);
}

function openedConnections(providers: readonly string[], named: readonly string[]): readonly string[] {
  for (const name of named) {
    const [provider = '', id = '', ...more] = name.split('/');
    if (providers.includes(provider) && id !== '' && more.length === 0) continue;
    throw new UsageError(`--allow-connection must be PROVIDER/ID, with one of ${providers.join(', ')}, not "${name}".`);
  }
  return named;
}
