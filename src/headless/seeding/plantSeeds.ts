import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Provider } from '../../core/provider';
import type { AccountPlan } from '../../core/seeding/accountPlan';
import { createEmulator } from '../../emulator/engine';
import { seededBytes } from '../../emulator/faults/chance';
import type { Snapshot } from '../../emulator/snapshots/snapshot';
import { GardenDoor } from './garden';
import { readSeed, type SeedPart, type SeedText } from './readSeed';
import { SeedProblem } from './seedProblem';

/** A seed with the folder that its files are in. */
export interface PlacedSeed extends SeedText {
  readonly folder: string;
}

/**
 * What the emulators begin with, by provider: the demo documents, and beside them what the seeds say, planted by the
 * calls of each API. IDs are the same for the same content, however it is spelled. Rejects with a `SeedProblem`.
 */
export async function plantSeeds(
  seeds: readonly PlacedSeed[],
  providers: readonly Provider[],
): Promise<ReadonlyMap<string, Snapshot>> {
  const read = await Promise.all(seeds.map((seed) => readSeed(seed, providers)));
  const issues = read.flatMap((one) => one.issues);
  if (issues.length > 0) throw new SeedProblem(issues);
  const parts = read.flatMap((one, index) =>
    one.parts.map((part) => ({ part, folder: path.resolve(seeds[index]?.folder ?? '.') })),
  );
  const planted = await Promise.all(
    providers.map(async (provider) => {
      const own = parts.filter(({ part }) => part.provider === provider);
      return own.length === 0 ? undefined : ([provider.id, await plant(provider, own)] as const);
    }),
  );
  return new Map(planted.filter((one) => one !== undefined));
}

interface PlacedPart {
  readonly part: SeedPart;
  readonly folder: string;
}

async function plant(provider: Provider, parts: readonly PlacedPart[]): Promise<Snapshot> {
  const definition = await provider.emulator?.();
  if (definition === undefined) throw new Error(`${provider.id} has no emulator.`);
  const accounts = accountsOf(parts, definition.accounts);
  const emulator = createEmulator(provider, definition, { random: seededBytes(numberOf(parts)), accounts });
  const door = new GardenDoor(provider, emulator);
  // One after the other: later ones may name what earlier ones have planted.
  for (const { part, folder } of parts) await part.plan.plant(part.value, door.open(part, folder));
  return emulator.snapshot();
}

/** Of all parts, each once: of two that are the same, nobody could say which is meant. */
function accountsOf(parts: readonly PlacedPart[], plan: AccountPlan | undefined): readonly object[] {
  const known = new Set<string>();
  return parts.flatMap(({ part }) => {
    const own = part.plan.accounts(part.value);
    for (const [index, account] of own.entries()) {
      const name = plan?.key ?? '';
      const key = String(Reflect.get(account, name)).toLowerCase();
      if (known.has(key)) {
        const message = `There is another account with this "${name}" in the seed. Each account has its own.`;
        throw new SeedProblem([part.issueAt(`/accounts/${index}/${name}`, message)]);
      }
      known.add(key);
    }
    return own;
  });
}

function numberOf(parts: readonly PlacedPart[]): number {
  const content = JSON.stringify(parts.map(({ part }) => part.value));
  return createHash('sha256').update(content).digest().readUInt32LE();
}
