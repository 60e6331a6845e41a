import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** Runs files of a language as programs, one after the other. */
export interface CodeRunner {
  /** Ends when the program has ended. */
  run(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** How code is run. */
export interface RunnerSetting {
  readonly command: readonly [string, ...string[]];
  /** A program that runs all files that it reads the names of, where starting the language is most of the work. */
  readonly host?: { readonly file: string; readonly text: string };
}

/** A program ends with what it says of its reply. The name of each file is new, since modules run once. */
const hostOfModules = `import { createInterface } from 'node:readline';
for await (const file of createInterface({ input: process.stdin })) {
  const ended = new Promise((resolve) => {
    console.log = console.error = resolve;
  });
  try {
    await import('./' + file);
    await ended;
  } catch (error) {
    process.stderr.write(error.stack + '\\n');
  }
  process.stdout.write('ended ' + file + '\\n');
}
`;

const hostOfPython = `import runpy, sys, traceback
for line in sys.stdin:
    file = line.strip()
    try:
        runpy.run_path(file, run_name='__main__')
    except BaseException:
        traceback.print_exc()
    print('\\nended ' + file, flush=True)
`;

export const modules: RunnerSetting = {
  command: [process.execPath],
  host: { file: 'host.mjs', text: hostOfModules },
};

export const python: RunnerSetting = { command: ['python3'], host: { file: 'host.py', text: hostOfPython } };

export function runnerOf({ command, host }: RunnerSetting, folder: string, env: NodeJS.ProcessEnv): CodeRunner {
  const [name, ...options] = command;
  if (host === undefined) {
    const run = async (file: string) => {
      await promisify(execFile)(name, [...options, file], { cwd: folder, env });
    };
    return { run, stop: async () => {} };
  }
  writeFileSync(path.join(folder, host.file), host.text);
  const child = spawn(name, [...options, host.file], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  return {
    run: (file) =>
      new Promise((resolve, reject) => {
        const settle = (error?: Error) => {
          lines.off('line', onLine);
          child.off('exit', onExit);
          if (error) reject(error);
          else resolve();
        };
        const onLine = (line: string) => line === `ended ${file}` && settle();
        const onExit = (code: number | null) => settle(new Error(`${name} ended with ${code} at ${file}`));
        lines.on('line', onLine);
        child.once('exit', onExit);
        child.stdin.write(`${file}\n`);
      }),
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.stdin?.end();
  await exited;
}
