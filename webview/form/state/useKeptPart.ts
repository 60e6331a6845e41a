import { useState } from 'preact/hooks';
import { keepView, keptView } from './keptForm';

/** State of a part of the form that survives while its page is hidden. `read` gives undefined for no such state. */
export function useKeptPart<Value>(
  name: string,
  initial: Value,
  read: (value: unknown) => Value | undefined,
): readonly [value: Value, set: (change: (before: Value) => Value) => void] {
  const [value, setValue] = useState<Value>(() => read(keptView()?.parts[name]) ?? initial);
  const set = (change: (before: Value) => Value) =>
    setValue((before) => {
      const next = change(before);
      keepView({ parts: { ...keptView()?.parts, [name]: next } });
      return next;
    });
  return [value, set];
}
