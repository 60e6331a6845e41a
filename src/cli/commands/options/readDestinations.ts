import path from 'node:path';
import { nearest } from '../../../core/forms/wording/nearest';
import { groupedBy } from '../../../core/typing/groupedBy';
import { type ReporterName, reporterNames } from '../../print/scenarios/reporters';
import { type CommandArguments, UsageError } from '../../surroundings';

export interface Destination {
  readonly reporter: ReporterName;
  /** Standard output without it. */
  readonly file: string | undefined;
}

/** Which reporter writes where: `--reporter NAME[=FILE]`, and `--out FILE` for the last ones that have no file. */
export function readDestinations({ flags, lists }: Pick<CommandArguments, 'flags' | 'lists'>): readonly Destination[] {
  const named = lists['reporter'] ?? (flags.has('json') ? [] : ['spec']);
  const wanted = [...named, ...(flags.has('json') ? ['json'] : [])].map(readDestination);
  const open = wanted.filter(({ file }) => file === undefined);
  const outs = lists['out'] ?? [];
  if (outs.length > open.length) throw new UsageError('There are more --out than reporters without a file.');
  const first = open.length - outs.length;
  const destinations = wanted.map((one) => {
    const place = open.indexOf(one);
    return place < first ? one : { ...one, file: outs[place - first] };
  });
  const printed = destinations.filter(({ file }) => file === undefined).map(({ reporter }) => reporter);
  if (printed.length > 1 && printed.some((one) => one === 'json' || one === 'junit')) {
    throw new UsageError(
      `${printed.join(' and ')} cannot share the standard output: give one of them a file with --out.`,
    );
  }
  const shared = sharedFile(destinations);
  if (shared !== undefined) {
    const [file, reporters] = shared;
    throw new UsageError(
      `${reporters.join(' and ')} would write over each other in ${file}: give each a file of its own.`,
    );
  }
  return destinations;
}

/** However it is spelled: `./a.xml` is `a.xml`. */
function sharedFile(
  destinations: readonly Destination[],
): readonly [file: string, reporters: readonly string[]] | undefined {
  const written = destinations.flatMap(({ reporter, file }) => (file === undefined ? [] : [{ reporter, file }]));
  const byPlace = groupedBy(written, ({ file }) => path.normalize(file));
  const shared = [...byPlace.values()].find((group) => group.length > 1);
  return shared?.[0] && [shared[0].file, shared.map(({ reporter }) => reporter)];
}

function readDestination(text: string): Destination {
  const mark = text.indexOf('=');
  const name = mark < 0 ? text : text.slice(0, mark);
  const reporter = reporterNames.find((one) => one === name);
  if (reporter === undefined) {
    const meant = nearest(name, reporterNames);
    throw new UsageError(
      `There is no reporter ${name}. ${meant === undefined ? `There is ${reporterNames.join(', ')}.` : `Did you mean ${meant}?`}`,
    );
  }
  return { reporter, file: mark < 0 ? undefined : text.slice(mark + 1) };
}
