import { useEffect, useState } from 'preact/hooks';
import { countSeconds, elapsedText } from '../../src/protocol/words/countSeconds';

/**
 * For how long something has been under way, once that is worth saying. A timer is read to whoever goes there, and never
 * said by itself.
 * @param passedMs How long it was under way already when that was told; undefined before it has begun.
 */
export function Elapsed({ passedMs }: { readonly passedMs: number | undefined }) {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    setSeconds(undefined);
    return passedMs === undefined ? undefined : countSeconds(passedMs, setSeconds);
  }, [passedMs]);
  if (seconds === undefined) return null;
  return (
    <span class="elapsed" role="timer">
      {elapsedText(seconds)}
    </span>
  );
}
