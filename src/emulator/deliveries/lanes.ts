/** Runs one thing after the other in each lane, and the lanes side by side. */
export interface Lanes {
  run(lane: string, act: () => Promise<void>): void;
  /** When nothing runs, and nothing that it began. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>();
  return {
    run: (lane, act) => {
      const end = (ends.get(lane) ?? Promise.resolve()).then(act);
      ends.set(lane, end);
      void end.finally(() => {
        if (ends.get(lane) === end) ends.delete(lane);
      });
    },
    idle: async () => {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
