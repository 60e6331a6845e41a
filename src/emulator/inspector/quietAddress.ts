import type { EmulatedRequest } from '../../core/emulation';
import { mask } from '../../core/secrets/mask';
import { wellKnownName } from '../../core/secrets/names/wellKnownNames';

/** Of what no operation describes: the path without what may be a key, and of the query what is certainly none. */
export function quietAddress({ path, query }: Pick<EmulatedRequest, 'path' | 'query'>, template?: string): string {
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${quietName(name)}=${quietValue(name, one)}`),
  );
  const shown = template ?? withoutLongParts(path);
  return parameters.length === 0 ? shown : `${shown}?${parameters.join('&')}`;
}

/** Of no call: without what may be an id, or the key of a signer. */
export function withoutLongParts(path: string): string {
  const parts = path.slice(0, 200).split('/');
  return parts.map((part) => (part.length > 16 || /\d/.test(part) ? '…' : part)).join('/');
}

/** What is left out of a path, wherever an answer repeats it. */
export function hiddenParts(path: string): readonly string[] {
  return path.split('/').filter((part) => part.length >= shortestKey && withoutLongParts(part) !== part);
}

/** What is shorter lets nobody in, and may stand anywhere: `v2`. */
const shortestKey = 6;

function quietName(name: string): string {
  return name.length > 40 || /\d[a-z]|[a-z]\d/i.test(name) ? '…' : name;
}

/** Words and counts. */
function quietValue(name: string, value: string): string {
  const isPlain = wellKnownName(name) === undefined && /^(?:[a-z_-]{0,16}|\d{1,6})$/i.test(value);
  return isPlain ? value : mask(quietName(name));
}
