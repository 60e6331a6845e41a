import type { EmulatorPorts, PortProblem } from '../../../node/emulator/emulatorServer';
import { type CommandArguments, UsageError } from '../../surroundings';

export function portsOf({ port, 'port-base': portBase }: CommandArguments['values']): EmulatorPorts {
  if (port !== undefined && portBase !== undefined) throw new UsageError('--port and --port-base exclude each other.');
  if (port !== undefined) return { onePort: readPort('--port', port, 0, 65_535) };
  return portBase === undefined ? {} : { portBase: readPort('--port-base', portBase, 1, 65_000) };
}

function readPort(option: string, text: string, least: number, most: number): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < least || port > most) {
    throw new UsageError(`${option} must be a port from ${least} to ${most}, not "${text}".`);
  }
  return port;
}

export function readSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const speed = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (speed < 1 || speed > 100_000) throw new UsageError(`--clock-speed must be from 1 to 100000, not "${text}".`);
  return speed;
}

/** The port is not what is wrong then. */
const ofHost: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAI_AGAIN', 'EAFNOSUPPORT', 'EINVAL', 'ENOTFOUND']);

export function portProblem(problem: PortProblem, host: string | undefined): string {
  const { provider, port } = problem;
  if (host !== undefined && problem.kind === 'failed' && ofHost.has(problem.code)) {
    return `${host} is no address of this machine (${problem.code}).\nChoose another one with --host, such as 0.0.0.0 for all.\n`;
  }
  const reason = problem.kind === 'portInUse' ? 'is in use' : `cannot be opened (${problem.code})`;
  const [whose, advice] =
    provider === undefined
      ? ['', 'Choose another one with --port.']
      : [` for ${provider}`, 'Choose other ports with --port-base.'];
  return `Port ${port}${whose} ${reason}.\n${advice}\n`;
}
