import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { errorCode } from '../../../src/core/typing/errorCode';
import { npmCommand } from '../../host/packages.mjs';
import { type OwnedProcess, run } from '../../host/processes.mjs';
import { makeNpmPackage } from '../../host/run/makeNpmPackage.mjs';

/** The packed file, and what surrounds whoever has nothing but it and Node: an empty home, no cache, no registry. */
export interface PackedProgram {
  readonly file: string;
  readonly bytes: number;
  /** Empty. */
  readonly folder: string;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** Installed as for all projects; `esign` is found then. */
  installGlobally(): Promise<void>;
  remove(): void;
}

export async function packedProgram(): Promise<PackedProgram> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'esign-packed-')));
  const { file, bytes } = await makeNpmPackage({ folder: join(base, 'packed'), destination: base });
  const [folder, home, global] = ['work', 'home', 'global'].map((name) => join(base, name)) as [string, string, string];
  for (const made of [folder, home, join(global, 'lib')]) mkdirSync(made, { recursive: true });
  const commands = process.platform === 'win32' ? global : join(global, 'bin');
  const env = {
    PATH: [commands, dirname(process.execPath), process.env['PATH']].join(delimiter),
    HOME: home,
    USERPROFILE: home,
    npm_config_cache: join(home, 'cache'),
    npm_config_prefix: global,
    npm_config_update_notifier: 'false',
    npm_config_offline: 'true',
    NO_COLOR: '1',
  };
  const installGlobally = async () => {
    await run(...npmCommand(['install', '--global', '--ignore-scripts', file]), { cwd: folder, env });
  };
  const remove = () => rmSync(base, { recursive: true, force: true });
  return { file, bytes, folder, home, env, installGlobally, remove };
}

/** All that a program began, also what outlives it: nobody else is in its group. */
export function endGroup({ child }: OwnedProcess): void {
  try {
    process.kill(-Number(child.pid), 'SIGTERM');
  } catch (error: unknown) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** For a program that is installed in the folder of a project. */
export async function installInProject({ file, folder, env }: PackedProgram): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }');
  await run(...npmCommand(['install', file, '--no-audit', '--no-fund']), { cwd: folder, env });
}
