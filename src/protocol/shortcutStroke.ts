/**
 * The letter of the first of the two strokes of every shortcut. No editor and no layout of a keyboard has a use for it
 * with these keys, and no menu of the window opens by it: a menu opens with Shift as well, from within a page.
 */
export const strokeLetter = 'w';

/** After it the editor waits no longer for the second stroke. */
export const strokeMs = 5_000;
