import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusAgain, focusPlace } from '../../kept/keptFocus';

/** What takes the place of a field's control takes its focus and its cursor over: whoever is typing goes on in it. */
export function useFocusKept(pointer: string, control: string): void {
  const drawn = useRef(control);
  // The former one is still there.
  const place = drawn.current === control ? undefined : focusPlace();
  useLayoutEffect(() => {
    drawn.current = control;
    if (place?.pointer === pointer && place.action === '') focusAgain(place);
  }, [control]);
}
