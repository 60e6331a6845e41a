import { useEffect, useLayoutEffect } from 'preact/hooks';
import { afterPaint } from '../../afterPaint';
import { focusAgain, focusPlace, whenFocused } from '../../keptFocus';
import { keepView, keptView } from '../state/keptForm';
import { focusFirstEmpty } from './focusField';

/** A form stands as it was left; one that is shown for the first time begins at its first empty field. */
export function useKeptView(): void {
  useLayoutEffect(() => {
    const view = keptView();
    // What opens in the first frame has its size in the second.
    const scroll = () => window.scrollTo({ top: view?.scroll ?? 0 });
    if (view !== undefined) requestAnimationFrame(() => requestAnimationFrame(scroll));
    const focus = () => {
      if (view === undefined) focusFirstEmpty();
      else if (view.focus !== undefined) focusAgain(view.focus);
    };
    let stop = () => {};
    // What is out of sight is drawn by then, which may be where the work begins.
    const forget = afterPaint(() => {
      stop = whenFocused(focus);
    });
    keepView({});
    return () => {
      forget();
      stop();
    };
  }, []);
  useEffect(() => {
    let frame = 0;
    const later = (save: () => void) => () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(save);
    };
    const save = later(() => {
      const focus = focusPlace();
      keepView({ scroll: Math.round(window.scrollY), ...(focus && { focus }) });
    });
    const events = ['scroll', 'focusin', 'keyup', 'pointerup'] as const;
    for (const event of events) window.addEventListener(event, save, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) window.removeEventListener(event, save);
    };
  }, []);
}
