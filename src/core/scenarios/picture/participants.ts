import { t } from '@vscode/l10n';
import type { ActKind, JourneyAct, JourneyLane } from '../../../protocol/pages/journey';

/** Who takes part in a step, as far as it is known. Two that share one of their `names` are the same. */
export interface Participant {
  readonly kind: JourneyLane['kind'];
  /** Compared without regard to case; what tells people apart before their addresses are known is one of them. */
  readonly names: readonly string[];
  readonly title?: string | undefined;
  readonly email?: string | undefined;
}

export interface Act {
  readonly who: Participant;
  readonly kind: ActKind;
  readonly text: string;
}

interface Group {
  readonly kind: JourneyLane['kind'];
  readonly names: ReadonlySet<string>;
  readonly title: string | undefined;
  readonly email: string | undefined;
}

/** The lanes of these acts (APIs first, the emulator last, people as they come), and the acts in their lanes. */
export function inLanes(rows: readonly (readonly Act[])[]): {
  readonly lanes: readonly JourneyLane[];
  readonly acts: readonly (readonly JourneyAct[])[];
} {
  let groups: readonly Group[] = [];
  for (const { who } of rows.flat()) groups = joined(groups, who);
  const ordered = laneOrder.flatMap((kind) => groups.filter((group) => group.kind === kind));
  const unnamed = ordered.filter(({ title, email }) => title === undefined && email === undefined);
  return {
    lanes: ordered.map((group) => laneOf(group, unnamed.indexOf(group) + 1)),
    acts: rows.map((row) =>
      mergedActs(row.map(({ who, kind, text }) => ({ lane: laneIndex(ordered, who), kind, text }))),
    ),
  };
}

const laneOrder = ['api', 'person', 'emulator'] as const satisfies readonly JourneyLane['kind'][];

/** Groups that turn out to be the same become one, in the place of the first. */
function joined(groups: readonly Group[], who: Participant): readonly Group[] {
  const same = groups.filter((group) => isOf(group, who));
  const [first] = same;
  const whole: Group = {
    kind: who.kind,
    names: new Set([...same.flatMap(({ names }) => [...names]), ...who.names.map(folded)]),
    title: same.find(({ title }) => title !== undefined)?.title ?? who.title,
    email: same.find(({ email }) => email !== undefined)?.email ?? who.email,
  };
  if (first === undefined) return [...groups, whole];
  return groups.flatMap((group) => (group === first ? [whole] : same.includes(group) ? [] : [group]));
}

function isOf({ kind, names }: Group, who: Participant): boolean {
  return kind === who.kind && who.names.some((name) => names.has(folded(name)));
}

function laneIndex(groups: readonly Group[], who: Participant): number {
  return groups.findIndex((group) => isOf(group, who));
}

/** `number`: among those of whom nothing is known but a link. */
function laneOf({ kind, title, email }: Group, number: number): JourneyLane {
  const shown = title ?? email ?? t('Recipient by link {0}', number);
  return { kind, title: shown, detail: email === shown ? undefined : email };
}

/** The same is not said twice of the same. */
function mergedActs(acts: readonly JourneyAct[]): readonly JourneyAct[] {
  return acts.filter((act, index) => acts.findIndex((one) => one.lane === act.lane && one.text === act.text) === index);
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
