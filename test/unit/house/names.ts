import { readSources, type SourceFile, withoutComments } from '../importGraph';
import { mayImport, zoneOf } from '../importTable';

/** A name that a file exports. */
export interface Named {
  readonly path: string;
  readonly name: string;
}

/** The functions and values of all files, but for calls and tools, which are called as the API or an assistant calls them. */
export function exportedValues(): readonly Named[] {
  return [...readSources('src'), ...readSources('webview')].flatMap((file) =>
    valuesOf(file).map((name) => ({ path: file.path, name })),
  );
}

/** Those that stand in two files of which one could see the other, with all places. */
export function sharedNames(found: readonly Named[]): readonly string[] {
  const places = new Map<string, Named[]>();
  for (const one of found) places.set(one.name, [...(places.get(one.name) ?? []), one]);
  return [...places].flatMap(([name, all]) => {
    const paths = all.map(({ path }) => path);
    const isSeen = paths.some((one, index) => paths.slice(index + 1).some((other) => inSight(one, other)));
    return isSeen ? [`${name}: ${paths.join(' ')}`] : [];
  });
}

const exported = /^export (?:async )?(?:const|let|function\*?) (\w+)(?! = define(?:Operation|Tool)\()\b/gm;
const unpacked = /^export const \{([^}]*)\}/gm;

function valuesOf({ text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  const plain = [...code.matchAll(exported)].map(([, name = '']) => name);
  const members = [...code.matchAll(unpacked)].flatMap(([, names = '']) => names.split(','));
  const names = [...plain, ...members.map((member) => member.split(':').at(-1)?.trim() ?? '')];
  return [...new Set(names)].filter((name) => name !== '');
}

/** Providers see nothing of each other. What one says of the API may be called like what its emulator does about it. */
function inSight(one: string, other: string): boolean {
  const [zone, otherZone] = [zoneOf(one), zoneOf(other)];
  if (zone === undefined || otherZone === undefined) return false;
  if (zone === 'provider' && otherZone === 'provider') {
    return providerOf(one) === providerOf(other) && isOfEmulator(one) === isOfEmulator(other);
  }
  return zone === otherZone || mayImport[zone].yes.includes(otherZone) || mayImport[otherZone].yes.includes(zone);
}

function providerOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function isOfEmulator(path: string): boolean {
  return path.split('/')[3]?.startsWith('emulator') === true;
}
