import { isRecord } from '../../src/protocol/jsonKinds';

/* Where the focus stands in a page, said so that the page finds the place again when it is drawn from nothing. */

export interface FocusPlace {
  /** Of the field that it is in; '' where it is in none. */
  readonly pointer: string;
  /** What it is on: the name of an action, or '' for a control. */
  readonly action: string;
  /** Which of those alike. */
  readonly ordinal: number;
  /** In the text of the control. */
  readonly selection?: readonly [start: number, end: number];
}

export function focusPlace(): FocusPlace | undefined {
  const { activeElement: on } = document;
  if (!(on instanceof HTMLElement) || on === document.body) return undefined;
  const field = on.closest<HTMLElement>('[data-pointer]');
  const pointer = field?.dataset['pointer'] ?? '';
  const action = on.dataset['action'] ?? '';
  const ordinal = alike(field ?? document, action).indexOf(on);
  const input = inputOf(on);
  const { selectionStart: start = null, selectionEnd: end = null } = input ?? {};
  return { pointer, action, ordinal, ...(start !== null && end !== null && { selection: [start, end] as const }) };
}

/** Whether the focus is in that place now: what is there may not take it. */
export function focusAgain({ pointer, action, ordinal, selection }: FocusPlace): boolean {
  const field = pointer === '' ? document : document.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
  const element = field && alike(field, action)[ordinal];
  if (!element) return false;
  element.focus({ preventScroll: true });
  if (selection !== undefined) inputOf(element)?.setSelectionRange(...selection);
  return document.activeElement === element;
}

export function readFocus(value: unknown): FocusPlace | undefined {
  if (!isRecord(value)) return undefined;
  const { pointer, action, ordinal, selection } = value;
  if (typeof pointer !== 'string' || typeof action !== 'string' || typeof ordinal !== 'number') return undefined;
  const [start, end] = Array.isArray(selection) ? selection : [];
  const isRange = typeof start === 'number' && typeof end === 'number';
  return { pointer, action, ordinal, ...(isRange && { selection: [start, end] as const }) };
}

/** Focuses something once the window has the focus, unless somebody points into the page first. */
export function whenFocused(focus: () => void): () => void {
  const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;
  const end = (): void => {
    window.removeEventListener('focus', take);
    window.removeEventListener('pointerdown', end, true);
  };
  const take = (): void => {
    end();
    if (isFree()) focus();
  };
  if (document.hasFocus()) take();
  else {
    window.addEventListener('focus', take);
    window.addEventListener('pointerdown', end, true);
  }
  return end;
}

/** Buttons and links of the toolkit hand the focus on into their shadow: nothing on themselves tells that they take it. */
const focusable = 'input, textarea, select, button, a[href], vscode-button, vscode-link, [tabindex], [data-control]';

function alike(within: ParentNode, action: string): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusable)].filter((one) => (one.dataset['action'] ?? '') === action);
}

/** The controls of the toolkit have theirs in a shadow. */
function inputOf(element: HTMLElement): HTMLInputElement | HTMLTextAreaElement | undefined {
  const inner = element.shadowRoot?.querySelector('input, textarea') ?? element;
  const isText = inner instanceof HTMLTextAreaElement || (inner instanceof HTMLInputElement && inner.type === 'text');
  return isText ? inner : undefined;
}
