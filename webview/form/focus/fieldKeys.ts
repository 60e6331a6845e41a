import { focusNextField } from './focusField';

/** From field to field past the buttons between them: F8 as in the editor to what is to be done, Alt+Page Down to the next. */
export function listenToFieldKeys(): void {
  window.addEventListener('keydown', (event) => {
    const move = event.defaultPrevented ? undefined : moves[strokeOf(event)];
    if (move === undefined) return;
    event.preventDefault();
    focusNextField(...move);
  });
}

const moves: Readonly<Record<string, Parameters<typeof focusNextField>>> = {
  F8: [1, 'wanting'],
  'Shift+F8': [-1, 'wanting'],
  'Alt+PageDown': [1, 'any'],
  'Alt+PageUp': [-1, 'any'],
};

function strokeOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const held = { Control: ctrlKey, Meta: metaKey, Alt: altKey, Shift: shiftKey };
  return [...Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : [])), key].join('+');
}
