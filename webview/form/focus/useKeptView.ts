import { useEffect, useLayoutEffect } from 'preact/hooks';
import { afterPaint } from '../../afterPaint';
import { focusAgain, focusPlace, whenFocused } from '../../kept/keptFocus';
import { useKeptScroll } from '../../kept/keptScroll';
import { keepView, keptView } from '../state/keptForm';
import { focusFirstEmpty } from './focusField';

/** A form stands as it was left; one that is shown for the first time begins at its first empty field. */
export function useKeptView(): void {
  useKeptScroll('form', { read: () => keptView()?.scroll, write: (scroll) => keepView({ scroll }) });
  useLayoutEffect(() => {
    const view = keptView();
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
    const save = () => {
      const focus = focusPlace();
      if (focus !== undefined) keepView({ focus });
    };
    const events = ['focusin', 'keyup', 'pointerup'] as const;
    for (const event of events) window.addEventListener(event, save, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, save);
    };
  }, []);
}
