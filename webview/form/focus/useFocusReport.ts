import { useEffect } from 'preact/hooks';

/** Tells which place of the request has the focus, each time that it is another one. */
export function useFocusReport(tell: (pointer: string) => void): void {
  useEffect(() => {
    let last: string | undefined;
    const report = ({ target }: FocusEvent) => {
      const field = target instanceof Element ? target.closest<HTMLElement>('[data-pointer]') : null;
      const pointer = field?.dataset['pointer'];
      if (pointer === undefined || pointer === last) return;
      last = pointer;
      tell(pointer);
    };
    // Whoever comes back is shown the place again.
    const forget = () => {
      last = undefined;
    };
    window.addEventListener('focusin', report);
    window.addEventListener('blur', forget);
    return () => {
      window.removeEventListener('focusin', report);
      window.removeEventListener('blur', forget);
    };
  }, [tell]);
}
