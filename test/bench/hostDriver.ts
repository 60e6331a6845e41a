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

/** Takes the place of a test suite: carries out orders inside the extension host, with the times on this machine's clock. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer(async (request, response) => {
      const order: Order = JSON.parse(await textOf(request));
      const started = Date.now();
      const from = performance.now();
      try {
        await carryOut(order);
        const longestBlock = order.watch && takeLongestBlock();
        response.end(JSON.stringify({ started, took: performance.now() - from, longestBlock }));
      } catch (error) {
        response.end(JSON.stringify({ error: String(error) }));
      }
      if (order.end) server.close(() => resolve());
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
function takeLongestBlock(): number {
  const longest = Math.max(0, blocks.max / 1e6 - resolution);
  blocks.reset();
  blocks.enable();
  return longest;
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
