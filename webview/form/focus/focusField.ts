import { parentOf } from '../../../src/protocol/pointer';

/** Frames to wait for a field that is about to be drawn. */
const patience = 4;

/** Scrolls to the field of a pointer and focuses its control; the nearest field around it will do. */
export function focusField(pointer: string, done: () => void, frames = patience): void {
  // Cards and hidden fields on the way open in the frames after the request.
  requestAnimationFrame(() => {
    const field = fieldAt(pointer);
    if (!field && frames > 0) return focusField(pointer, done, frames - 1);
    // A frame later what opened along with it has its size.
    if (field) requestAnimationFrame(() => focusControl(field));
    else focusNearest(parentOf(pointer));
    done();
  });
}

/** Scrolls to the field of a pointer, or the nearest one around it, and marks it; the focus stays where it is. */
export function pointAtField(pointer: string, done: () => void, frames = patience): void {
  requestAnimationFrame(() => {
    if (!fieldAt(pointer) && frames > 0) return pointAtField(pointer, done, frames - 1);
    const field = nearestField(pointer);
    document.querySelector(`[${pointedMark}]`)?.removeAttribute(pointedMark);
    field?.setAttribute(pointedMark, '');
    if (field) requestAnimationFrame(() => field.scrollIntoView({ block: isInView(field) ? 'nearest' : 'center' }));
    done();
  });
}

const pointedMark = 'data-pointed';

function nearestField(pointer: string): HTMLElement | null {
  return fieldAt(pointer) ?? (pointer === '' ? null : nearestField(parentOf(pointer)));
}

export function focusNearest(pointer: string): void {
  const field = nearestField(pointer);
  if (field) focusControl(field);
}

function fieldAt(pointer: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
}

export function focusControl(field: HTMLElement): void {
  const control = field.querySelector<HTMLElement>('[data-control]') ?? field.querySelector<HTMLElement>('button');
  field.scrollIntoView({ block: isInView(field) ? 'nearest' : 'center' });
  control?.focus({ preventScroll: true });
}

function isInView(field: HTMLElement): boolean {
  const box = field.getBoundingClientRect();
  return box.top >= coveredTop() && box.bottom <= window.innerHeight;
}

/** The send bar lies over the top of the form. */
function coveredTop(): number {
  return document.querySelector('.send-bar')?.getBoundingClientRect().bottom ?? 0;
}

/** Where the work begins: at a required field without a value, else at any, else at the first one. */
export function focusFirstEmpty(): void {
  const all = controls();
  const empty = all.filter((control) => textIn(control) === '');
  goTo(empty.find(isRequired) ?? empty[0] ?? all[0]);
}

/** From where the focus is, and from the other end again behind the last one. */
export function focusNextField(direction: 1 | -1, which: 'any' | 'wanting'): void {
  const all = direction === 1 ? controls() : controls().toReversed();
  const on = document.activeElement;
  const following = direction === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const behind = all.filter((one) => on !== null && (on.compareDocumentPosition(one) & following) !== 0);
  const others = [...behind.filter((one) => on?.contains(one) !== true), ...all.filter((one) => !behind.includes(one))];
  goTo(others.find((one) => which === 'any' || wants(one)));
}

function controls(): readonly HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>('.form-body [data-control], .form-body [role="combobox"]');
  return [...all].filter((one) => one.checkVisibility());
}

function goTo(control: HTMLElement | undefined): void {
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: 'nearest' });
}

/** A value that is required, or another one. */
function wants(control: HTMLElement): boolean {
  const isEmpty = textIn(control) === '' && isRequired(control);
  return isEmpty || control.closest('[data-pointer]')?.querySelector(':scope > .field-notes > .issue-error') != null;
}

function textIn(control: HTMLElement): string | undefined {
  return 'value' in control && typeof control.value === 'string' ? control.value : undefined;
}

function isRequired(control: HTMLElement): boolean {
  const field = control.closest('[data-pointer]');
  return field?.querySelector(':scope > .field-label .required') != null;
}
