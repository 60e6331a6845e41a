import type { JourneyAct } from '../../src/protocol/pages/journey';

/** What of a row is in a lane. A line leads from the first lane in which something happens to the last one. */
export interface LaneCell {
  readonly acts: readonly JourneyAct[];
  readonly comesFromLeft: boolean;
  readonly goesToRight: boolean;
}

export function laneCells(acts: readonly JourneyAct[], laneCount: number): readonly LaneCell[] {
  const lanes = acts.map(({ lane }) => lane);
  const [first, last] = [Math.min(...lanes), Math.max(...lanes)];
  return Array.from({ length: laneCount }, (_, lane) => ({
    acts: acts.filter((act) => act.lane === lane),
    comesFromLeft: lane > first && lane <= last,
    goesToRight: lane >= first && lane < last,
  }));
}
