import { t } from '@vscode/l10n';
import { quotable } from '../../quoting/oneLine';
import type { ImportedRequest, ImportReport } from './importRequests';

export interface PlannedFile {
  /** Of the file, in the folder that is written to. */
  readonly name: string;
  readonly imported: ImportedRequest;
}

/** One file for each request, by its title: those of the same title are numbered. `isTaken` tells what is there already. */
export function plannedFiles(
  requests: readonly ImportedRequest[],
  isTaken: (name: string) => boolean = () => false,
): readonly PlannedFile[] {
  const taken = new Set<string>();
  return requests.map((imported) => {
    const name = freeFileName(imported.title, (one) => taken.has(one.toLowerCase()) || isTaken(one));
    taken.add(name.toLowerCase());
    return { name, imported };
  });
}

/** What comes of an import, for a person, in Markdown that reads as well as it stands. */
export function importText(files: readonly PlannedFile[], report: ImportReport): string {
  const { variables, openVariables, leftOut } = report;
  const known = Object.entries(variables).map(([name, value]) => `${quotable(name)} = ${quotable(value)}`);
  return [
    `${countedRequests(files.length)}, ${countedLeftOut(leftOut.length)}`,
    ...section(t('Requests'), files.flatMap(fileLines)),
    ...section(t('Variables to give to the connection'), known),
    ...section(
      t('Variables without a value, secrets among them'),
      openVariables.map((name) => quotable(name)),
    ),
    ...section(t('Left out'), byReason(leftOut)),
  ]
    .join('\n')
    .concat('\n');
}

function fileLines({ name, imported: { provider, operation, request, remarks } }: PlannedFile): readonly string[] {
  const place = t('{0}, connection {1}', provider.title, quotable(request.connection));
  const what = `${name}: ${operation.title} (${place})`;
  return [what, ...remarks.map((remark) => `  - ${quotable(remark, 300)}`)];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : ['', `## ${title}`, '', ...lines.map((line) => (line.startsWith(' ') ? line : `- ${line}`))];
}

const mostNamed = 3;

/** The same reason stands once, whatever it is the reason of. */
function byReason(leftOut: ImportReport['leftOut']): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { what, why } of leftOut) reasons.set(why, [...(reasons.get(why) ?? []), what]);
  return [...reasons].map(([why, all]) => {
    const names = all.slice(0, mostNamed).map((what) => quotable(what, 120));
    const others = all.length > mostNamed ? [t('{0} more', all.length - mostNamed)] : [];
    return `${[...names, ...others].join('; ')}: ${quotable(why, 300)}`;
  });
}

function countedRequests(count: number): string {
  return count === 1 ? t('1 request') : t('{0} requests', count);
}

function countedLeftOut(count: number): string {
  return count === 1 ? t('1 thing left out') : t('{0} things left out', count);
}

/** A name for the file of a request of this title: those of the same title are numbered. */
export function freeFileName(title: string, isTaken: (name: string) => boolean): string {
  const last = title.split(' / ').at(-1) ?? title;
  const words = last
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['request'];
  const joined = words.join('-').slice(0, 60);
  const base = devices.test(joined) ? `request-${joined}` : joined;
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.esign.json`;
    if (!isTaken(name)) return name;
  }
}

/** Windows takes these for devices, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
