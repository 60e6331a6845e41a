import { isArranged } from '../../core/emulation';
import { isAnyObject } from '../../core/typing/isObject';
import { UnreadableState } from './decodeState';
import { isPlain, isWritten } from './encodeState';

/** Puts what was read in the place of what a new state holds. Its own containers stay: its indexes are made of them. */
export function adoptState(state: object, read: ReadonlyMap<string, unknown>): void {
  const own = Object.entries(state).filter(([, value]) => isArranged(value) || isWritten(value));
  const names = own.map(([name]) => name);
  const [foreign] = [...read.keys()].filter((name) => !names.includes(name));
  const missing = names.find((name) => !read.has(name));
  if (foreign !== undefined || missing !== undefined)
    throw new UnreadableState('It is of another version of the product.');
  for (const [name, value] of own) if (!isArranged(value)) place(state, name, value, read.get(name));
  for (const [name, value] of own) if (isArranged(value)) value.arrange(read.get(name));
}

function place(holder: object, name: string, own: unknown, read: unknown): void {
  if (own instanceof Map) {
    own.clear();
    for (const [key, value] of expected(read, read instanceof Map)) own.set(key, value);
  } else if (own instanceof Set) {
    own.clear();
    for (const value of expected<Set<unknown>>(read, read instanceof Set)) own.add(value);
  } else if (Array.isArray(own)) {
    own.length = 0;
    for (const value of expected<unknown[]>(read, Array.isArray(read))) own.push(value);
  } else if (isAnyObject(own) && isPlain(own) && isAnyObject(read) && isPlain(read)) {
    for (const [inner, value] of Object.entries(read)) place(own, inner, Reflect.get(own, inner), value);
  } else {
    Reflect.set(holder, name, read);
  }
}

function expected<Container = Map<unknown, unknown>>(value: unknown, isSo: boolean): Container {
  if (!isSo) throw new UnreadableState('It is of another version of the product.');
  return value as Container;
}
