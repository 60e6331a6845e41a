import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isExecutable } from './installedBrowser.mjs';

/** @typedef {{ executable: string }} DesktopEditor */

const linuxPlaces = ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'];

/** The VS Code that a person has on this machine, if its windows can be shown. @returns {DesktopEditor | undefined} */
export function findDesktopEditor() {
  const found = [...besideCommand(), ...usualPlaces()].find(isExecutable);
  if (!found || !hasDisplay()) return undefined;
  return { executable: found };
}

/** The program itself: its command line on PATH is a script that starts it and does not wait. */
function besideCommand() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const command = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (!command) return [];
  const bin = dirname(realpathSync(command));
  if (process.platform === 'darwin') return [join(bin, '..', '..', '..', 'MacOS', 'Electron')];
  return [join(bin, '..', process.platform === 'win32' ? 'Code.exe' : 'code')];
}

function usualPlaces() {
  if (process.platform === 'linux') return linuxPlaces;
  if (process.platform === 'darwin') {
    return ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].map((folder) =>
      join(folder, 'Visual Studio Code.app', 'Contents', 'MacOS', 'Electron'),
    );
  }
  return ['LOCALAPPDATA', 'PROGRAMFILES'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [join(folder, ...(variable === 'LOCALAPPDATA' ? ['Programs'] : []), 'Microsoft VS Code', 'Code.exe')];
  });
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
