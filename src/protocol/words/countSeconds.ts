/** What a count of seconds is measured and woken by. */
export interface SecondsClock {
  /** In milliseconds, of a clock that nobody sets. */
  now(): number;
  /** Gives what keeps the task from being done. */
  later(task: () => void, ms: number): () => void;
}

const ownClock: SecondsClock = {
  now: () => performance.now(),
  later: (task, ms) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** What is over before nobody wants to see counted. */
const firstTold = 2;

/**
 * Tells each full second of what has lasted for a while already, from the second on in which one begins to wonder, until
 * the returned function is called.
 */
export function countSeconds(passedMs: number, tell: (seconds: number) => void, clock = ownClock): () => void {
  const start = clock.now() - passedMs;
  let told = firstTold - 1;
  let stop = (): void => {};
  const look = (): void => {
    const passed = Math.max(0, clock.now() - start);
    const seconds = Math.floor(passed / 1000);
    stop = clock.later(look, 1000 - (passed % 1000));
    if (seconds <= told) return;
    told = seconds;
    tell(seconds);
  };
  look();
  return () => stop();
}

export function elapsedText(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
