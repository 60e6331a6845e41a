import { strokeLetter, strokeMs } from '../src/protocol/shortcutStroke';

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta', 'AltGraph']);

/**
 * The editor hears the strokes of a shortcut from the page, but takes none away from it: the letter of the second one
 * would be typed into the field that has the focus.
 */
export function takeSecondStrokes(): void {
  let first: number | undefined;
  const listen = (event: KeyboardEvent): void => {
    if (modifiers.has(event.key)) return;
    const isSecond = first !== undefined && event.timeStamp - first < strokeMs;
    first = !isSecond && isFirst(event) ? event.timeStamp : undefined;
    if (isSecond || first !== undefined) event.preventDefault();
  };
  window.addEventListener('keydown', listen, true);
  window.addEventListener('blur', () => {
    first = undefined;
  });
}

/** By its number: with Alt held, the key of some keyboards writes another letter. */
function isFirst({ altKey, shiftKey, ctrlKey, metaKey, keyCode }: KeyboardEvent): boolean {
  const isHeld = altKey && !metaKey && shiftKey !== ctrlKey;
  return isHeld && keyCode === strokeLetter.toUpperCase().charCodeAt(0);
}
