import type { ComponentChildren } from 'preact';

/** A text that has elements in it: `{0}` is the first of them, wherever the language puts it. */
export function sentence(text: string, ...elements: readonly ComponentChildren[]): ComponentChildren {
  return text.split(/\{(\d)\}/).map((part, index) => (index % 2 === 0 ? part : elements[Number(part)]));
}
