import path from 'node:path';
import process from 'node:process';
import type { Provider } from '../core/provider';
import { mostSpeed } from '../emulator/control';
import { seedRemark } from '../headless/emulator/seedRemark';
import { type FaultsByProvider, standingFaults } from '../headless/emulator/standingFaults';
import { loadSeeds } from '../headless/seeding/loadSeeds';
import { type PlacedSeed, plantSeeds } from '../headless/seeding/plantSeeds';
import type { EmulatorPorts, PortProblem } from '../node/emulator/emulatorServer';
import { startKept } from '../node/emulator/keeping/startKept';
import type { RunningEmulators } from '../node/emulator/runningEmulators';
import { destinationProblem, reachProblem, reachRemark } from '../node/emulator/serverReach';
import { controlsOf } from './emulatorControls';
import { checkGiven, GivenProblem } from './givenOptions';
import { startNames } from './optionNames';
import { packageRegistry } from './packageRegistry';
import type { EmulatorAddress, StartedEmulators, StartOptions } from './types/emulators.js';
import type { ProviderId } from './types/operations.js';

/** The emulators of the chosen providers, with what is done with all of them. */
export async function startPackageEmulators<Id extends ProviderId>(
  options: StartOptions<Id> = {},
): Promise<StartedEmulators<Id>> {
  checkGiven('startEmulators', options, startNames);
  const { ports, clock, clockSpeed, seed, strict, logBodies, host, allowedHosts, publicUrl, tls } = options;
  if (clock !== undefined && !Number.isFinite(clock()))
    throw new GivenProblem('startEmulators: "clock" gives epoch milliseconds, such as () => Date.UTC(2030, 0, 1).');
  if (clockSpeed !== undefined && !(clockSpeed >= 1 && clockSpeed <= mostSpeed))
    throw new Error(`"clockSpeed" is a number from 1 to ${mostSpeed}.`);
  if (publicUrl !== undefined && (ports === undefined || !('one' in ports)))
    throw new Error('"publicUrl" is one address, so it needs one port: ports: { one: 0 }.');
  const deliverTo = options.deliverTo ?? [];
  const problem = reachProblem({ host, allowedHosts, publicUrl, tls }) ?? destinationProblem(deliverTo);
  if (problem !== undefined) throw new Error(problem);
  const providers = await chosenProviders(options.providers);
  const state = options.state === undefined ? undefined : path.resolve(options.state);
  const seeds = await plantSeeds(seedTexts(seed), providers);
  // Before there is a file of this run.
  const unplanted = seedRemark(state, seeds.size > 0);
  const outcome = await startKept(providers, {
    faults: standing(providers, options.faults),
    seeds,
    ...(state !== undefined && { state }),
    onStateProblem: ({ message }) => process.emitWarning(message, 'EmulatorState'),
    ...portsOf(ports),
    ...(clock !== undefined && { now: clock }),
    clockSpeed,
    strict,
    logBodies,
    host,
    allowedHosts,
    publicUrl,
    tls,
    webhooks: { allowedHosts: deliverTo },
  });
  if (outcome.kind !== 'running') throw new Error(portText(outcome));
  warn(reachRemark({ tls }), 'EmulatorCertificate');
  warn(unplanted, 'EmulatorSeed');
  return startedAt<Id>(outcome.running);
}

function warn(remark: string | undefined, kind: string): void {
  if (remark !== undefined) process.emitWarning(remark, kind);
}

function standing(providers: readonly Provider[], wishes: StartOptions['faults'] = []): FaultsByProvider {
  const read = standingFaults(
    providers,
    wishes.map(({ provider, ...body }) => ({ provider, body: { ...body } })),
  );
  if ('problem' in read) throw new Error(`faults[${read.index}]: ${read.problem}`);
  return read;
}

function seedTexts(seed: StartOptions['seed']): readonly PlacedSeed[] {
  const all = seed === undefined ? [] : [seed].flat();
  return all.flatMap((one) =>
    typeof one === 'string'
      ? loadSeeds(process.cwd(), [one])
      : [{ file: 'seed', hasLines: false, folder: process.cwd(), text: JSON.stringify(one) }],
  );
}

function startedAt<Id extends ProviderId>(running: RunningEmulators): StartedEmulators<Id> {
  return { ...addressesOf<Id>(running), ...controlsOf<Id>(running, startedAt<Id>) };
}

async function chosenProviders(wanted: readonly ProviderId[] | undefined): Promise<readonly Provider[]> {
  const emulated = await packageRegistry.emulated();
  if (wanted === undefined) return emulated;
  const unknown = wanted.find((id) => emulated.every((provider) => provider.id !== id));
  if (unknown !== undefined) {
    const known = emulated.map(({ id }) => id).join(', ');
    throw new Error(`There is no emulator of "${unknown}". There is one of ${known}.`);
  }
  return emulated.filter(({ id }) => wanted.includes(id));
}

function portsOf(ports: StartOptions['ports']): EmulatorPorts {
  if (ports === undefined) return {};
  return 'one' in ports ? { onePort: ports.one } : { portBase: ports.base };
}

function portText(problem: PortProblem): string {
  const reason = problem.kind === 'portInUse' ? 'is in use' : `cannot be opened (${problem.code})`;
  return `Port ${problem.port} ${reason}. Choose another one, or leave "ports" out for free ones.`;
}

function addressesOf<Id extends ProviderId>({ servers }: RunningEmulators): { readonly [One in Id]: EmulatorAddress } {
  const addresses = servers.map(({ provider, baseUrl, credentials }) => [provider, { baseUrl, credentials }] as const);
  // Those that were chosen are those that run.
  return Object.fromEntries(addresses) as { readonly [One in Id]: EmulatorAddress };
}
