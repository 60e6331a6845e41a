import { useLayoutEffect, useState } from 'preact/hooks';
import { whenReleased } from './whenReleased';

/** What moves the page when it changes: as it was until nothing is pressed. A drag begins where the mouse was pressed, too. */
export function useReleased<Value>(value: Value): Value {
  const [shown, show] = useState(() => value);
  useLayoutEffect(() => whenReleased(() => show(() => value)), [value]);
  return shown;
}
