type Act = () => void;

/**
 * Puts off what moves the page until nothing is pressed: a button that slips away between press and release of the mouse
 * gets no click. What waits goes on in its order.
 */
export function releases(page: Pick<EventTarget, 'addEventListener'> | undefined): (act: Act) => void {
  let isPressed = false;
  let waiting: Act[] = [];
  const goOn = () => {
    if (isPressed) return;
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  };
  // The click comes right after the release.
  const release = () => {
    isPressed = false;
    setTimeout(goOn);
  };
  const on = (type: string, listener: () => void) => page?.addEventListener(type, listener, { capture: true });
  on('pointerdown', () => {
    isPressed = true;
  });
  on('pointerup', release);
  on('pointercancel', release);
  // Whoever lets go of the button elsewhere, as over a menu of the system.
  on('blur', release);
  return (act) => {
    if (isPressed || waiting.length > 0) waiting.push(act);
    else act();
  };
}

export const whenReleased = releases(globalThis.window);
