/** Leaving the page ends the typing, like leaving a field. What a key of the editor leads to leaves no time for it. */
export function whenLeaving(act: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (isOfEditor(event)) act();
  };
  window.addEventListener('blur', act);
  window.addEventListener('pagehide', act);
  window.addEventListener('keydown', pressed, { capture: true });
  return () => {
    window.removeEventListener('blur', act);
    window.removeEventListener('pagehide', act);
    window.removeEventListener('keydown', pressed, { capture: true });
  };
}

export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What one presses to go on writing, with Ctrl or Command. */
const ofText = new Set(['a', 'c', 'v', 'x', 'y', 'z', 'Backspace', 'Delete', 'Home', 'End', 'Insert', 'Unidentified']);
const held = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift']);

/** Whether a stroke may be a key binding of the editor. */
export function isOfEditor({ key, ctrlKey, metaKey, altKey }: Stroke): boolean {
  if (held.has(key) || key.startsWith('Arrow')) return false;
  if (/^F\d+$/.test(key)) return true;
  // With Alt, and with both on some keyboards, letters and signs are typed.
  if (altKey) return key.length > 1 && !ofText.has(key);
  return (ctrlKey || metaKey) && !ofText.has(key.length === 1 ? key.toLowerCase() : key);
}
