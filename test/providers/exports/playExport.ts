import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExportTarget } from '../../../src/headless/scenarios/exportTargets';
import { playHttpFile, type Send } from './httpFile';

export interface Played {
  readonly code: number;
  readonly output: string;
}

type Runnable = Exclude<ExportTarget, 'artillery'>;

/** A folder with the stand-ins, as packages beside what is exported. */
export function playground(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'esign-exports-'));
  for (const name of ['k6', 'vitest']) {
    cpSync(path.join('test', 'providers', 'exports', 'standIns', name), path.join(folder, 'node_modules', name), {
      recursive: true,
    });
  }
  mkdirSync(path.join(folder, 'exported'));
  return folder;
}

/** Runs what was exported, unchanged. */
export async function playExport(
  folder: string,
  target: Runnable,
  text: string,
  env: Record<string, string>,
): Promise<Played> {
  if (target === 'http') {
    const played = await playHttpFile(text, env, overHttp).catch((error: unknown) => ({ broken: [String(error)] }));
    return { code: played.broken.length, output: played.broken.join('\n') };
  }
  const file = path.join(folder, 'exported', `${target}.mjs`);
  writeFileSync(file, text);
  const args = target === 'k6' ? [path.join(folder, 'node_modules', 'k6', 'run.mjs'), file] : [file];
  return started(args, folder, env);
}

function started(args: readonly string[], cwd: string, env: Record<string, string>): Promise<Played> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...args],
      { cwd, env: { ...env, PATH: process.env['PATH'] } },
      (_error, out, err) => resolve({ code: child.exitCode ?? 1, output: out + err }),
    );
  });
}

const overHttp: Send = async ({ method, url, headers, body, timeoutMs = 60_000 }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  const reply = await fetch(url, { method, headers, signal, ...(body !== undefined && { body: Buffer.from(body) }) });
  return { statusCode: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
};
