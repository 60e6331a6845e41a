import { createServer, type IncomingMessage } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';

interface Order {
  readonly activate?: string;
  readonly command?: string;
  readonly args?: readonly unknown[];
  readonly open?: string;
  /** Answered with the longest block since it was last asked for. */
  readonly watch?: true;
  readonly end?: true;
}

const resolution = 1;
const blocks = monitorEventLoopDelay({ resolution });

/** Node tells it of a thread from 23.9 on, as editors have it. */
type OfThread = typeof process & { threadCpuUsage?(): NodeJS.CpuUsage };

/** The longest time that the thread itself took in a turn: a machine that is busy with other things adds nothing to it. */
let longestTurn = 0;
let turns: NodeJS.Timeout | undefined;

/** Takes the place of a test suite: carries out orders inside the extension host, with the times on this machine's clock. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer(async (request, response) => {
      const order: Order = JSON.parse(await textOf(request));
      const started = Date.now();
      const from = performance.now();
      try {
        await carryOut(order);
        const longest = order.watch && takeLongest();
        response.end(JSON.stringify({ started, took: performance.now() - from, ...longest }));
      } catch (error) {
        response.end(JSON.stringify({ error: String(error) }));
      }
      if (!order.end) return;
      clearInterval(turns);
      server.close(() => resolve());
    });
    server.once('error', reject);
    server.listen(Number(process.env['ESIGN_BENCH_PORT']), '127.0.0.1');
  });
}

async function carryOut({ activate, command, args = [], open }: Order): Promise<void> {
  if (activate) await activateFirst(activate);
  if (command) await vscode.commands.executeCommand(command, ...args);
  if (open) await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(open));
}

/** In milliseconds. */
function takeLongest(): { longestBlock: number; longestTurn: number } {
  const longest = { longestBlock: Math.max(0, blocks.max / 1e6 - resolution), longestTurn };
  blocks.reset();
  blocks.enable();
  watchTurns();
  return longest;
}

function watchTurns(): void {
  clearInterval(turns);
  longestTurn = 0;
  let before = timeOfThread();
  turns = setInterval(() => {
    const now = timeOfThread();
    longestTurn = Math.max(longestTurn, now - before);
    before = now;
  }, resolution);
}

function timeOfThread(): number {
  const { user, system } = (process as OfThread).threadCpuUsage?.() ?? { user: Number.NaN, system: Number.NaN };
  return (user + system) / 1000;
}

/** An extension that runs already would seem to start in no time. */
async function activateFirst(id: string): Promise<void> {
  const extension = vscode.extensions.getExtension(id);
  if (extension === undefined) throw new Error(`${id} is missing.`);
  if (extension.isActive) throw new Error(`${id} is active before it is asked to be.`);
  await extension.activate();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
