/** Runs one thing after the other in each lane, and the lanes side by side. */
export interface Lanes {
  /** False where too many wait in the lane already. */
  run(lane: string, act: () => Promise<void>): boolean;
  /** When nothing runs, and nothing that it began. */
  idle(): Promise<void>;
}

/** An address that never answers must not hold ever more. */
export const mostInLane = 100;

export function createLanes(): Lanes {
  const lanes = new Map<string, { end: Promise<void>; waiting: number }>();
  return {
    run: (name, act) => {
      const lane = lanes.get(name) ?? { end: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= mostInLane) return false;
      lane.waiting += 1;
      lanes.set(name, lane);
      lane.end = lane.end.then(act).finally(() => {
        lane.waiting -= 1;
        if (lane.waiting === 0) lanes.delete(name);
      });
      return true;
    },
    idle: async () => {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ end }) => end));
    },
  };
}
