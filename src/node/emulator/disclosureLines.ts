import { partsText } from '../../core/replies/illustration';
import type { Disclosure } from '../../emulator/disclosure/disclose';

/** A line for the first reply of a kind, and again for the tenth, the hundredth and so on. */
export function createDisclosureLines(print: (line: string) => void): (disclosure: Disclosure) => void {
  const counts = new Map<string, number>();
  return (disclosure) => {
    const { provider, method, path, subjects } = disclosure;
    const kind = [provider, method, path, ...subjects].join(' ');
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (isPowerOfTen(count)) print(lineOf(disclosure, count));
  };
}

function isPowerOfTen(count: number): boolean {
  return /^10*$/.test(String(count));
}

function lineOf({ provider, method, path, status, parts, subjects, absent }: Disclosure, count: number): string {
  const times = count === 1 ? '' : ` for the ${count}th time`;
  if (absent !== undefined) {
    return `${provider}: ${method} ${path} answered ${status}${times}, because the emulator does not have this call, "${absent}". The API does.`;
  }
  const [verb, them] = parts.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${provider}: ${method} ${path} answered ${status}${times}, whose ${partsText(parts)} ${verb} illustrative: no source gives ${them}. See ${subjects.join(', ')} in the API reference of ${provider}.`;
}
