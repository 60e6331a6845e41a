import { parentOf } from '../state/pointer';

/** Frames to wait for a field that is not there yet: it may hang on an answer of the host. */
const patience = 90;

/** Scrolls to the field of a pointer and focuses its control. Without `exact`, the nearest field around it will do. */
export function focusField(pointer: string, exact: boolean, done: () => void): void {
  // Cards and hidden fields on the way open in the frames after the request.
  attempt(pointer, exact, exact ? patience : 4, done);
}

function attempt(pointer: string, exact: boolean, frames: number, done: () => void): void {
  requestAnimationFrame(() => {
    const field = fieldAt(pointer);
    if (field) {
      // A frame later what opened along with it has its size.
      requestAnimationFrame(() => focusControl(field));
      done();
    } else if (frames > 0) {
      attempt(pointer, exact, frames - 1, done);
    } else {
      if (!exact) focusNearest(parentOf(pointer));
      done();
    }
  });
}

export function focusNearest(pointer: string): void {
  const field = fieldAt(pointer);
  if (field) focusControl(field);
  else if (pointer !== '') focusNearest(parentOf(pointer));
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
