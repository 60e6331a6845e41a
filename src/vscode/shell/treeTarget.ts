/** What a command of the tree is about, by ids. Deeper levels are absent as long as they were not chosen. */
export interface TreeTarget {
  readonly provider: string;
  readonly connection?: string;
  readonly collection?: string;
  readonly document?: string;
  readonly recipient?: string;
}

/** What menus hand over: a node of the tree, or anything that says the same. */
export interface Targeted {
  readonly target: TreeTarget;
}

/** What was dragged; undefined for anything else. */
export function draggedTarget(text: string): TreeTarget | undefined {
  try {
    const target: unknown = JSON.parse(text);
    return isTarget(target) ? target : undefined;
  } catch {
    return undefined;
  }
}

let lastDragged: TreeTarget | undefined;

/** A page on which something is dropped is not told what: the editor keeps that from webviews. */
export function rememberDrag(target: TreeTarget): void {
  lastDragged = target;
}

/** What was dragged last, once. */
export function takeDrag(): TreeTarget | undefined {
  const target = lastDragged;
  lastDragged = undefined;
  return target;
}

/** The target of a menu's argument; undefined from the palette, where VS Code may pass something else. */
export function targetOf(argument: unknown): TreeTarget | undefined {
  if (typeof argument !== 'object' || argument === null || !('target' in argument)) return undefined;
  const { target } = argument;
  return isTarget(target) ? target : undefined;
}

function isTarget(value: unknown): value is TreeTarget {
  return typeof value === 'object' && value !== null && 'provider' in value && typeof value.provider === 'string';
}
