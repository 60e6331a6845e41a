import { emulatorControl } from '../../emulator/controlProvider';

/** Every call of an emulator's own, with what it is for. */
export function controlCallLines(): readonly string[] {
  const calls = emulatorControl.operations.map(({ method, path, title }) => ({ call: `${method} ${path}`, title }));
  const width = Math.max(...calls.map(({ call }) => call.length));
  return calls.map(({ call, title }) => `${call.padEnd(width)}  ${title}`);
}
