export interface ControlDescription {
  readonly label: string;
  /** Hint and problems, read after the label. */
  readonly description?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly required?: boolean | undefined;
}

interface ToolkitElement extends HTMLElement {
  /** The real control in the shadow root; there once the element is in the page. */
  readonly control: HTMLElement;
}

/**
 * Names the real control inside a toolkit element. It sits in a shadow root, where ids of the page mean nothing,
 * so label and description go in as text.
 */
export function describeControl(element: ToolkitElement | null, of: ControlDescription): (() => void) | undefined {
  if (!element) return undefined;
  // The element calls itself "Text field", and passes that on to its control in the next frame.
  element.removeAttribute('aria-label');
  apply(element.control, of);
  const frame = requestAnimationFrame(() => apply(element.control, of));
  return () => cancelAnimationFrame(frame);
}

function apply(control: HTMLElement, { label, description, invalid, required }: ControlDescription): void {
  control.setAttribute('aria-label', label);
  setOrRemove(control, 'aria-description', description);
  setOrRemove(control, 'aria-invalid', invalid === true ? 'true' : undefined);
  setOrRemove(control, 'aria-required', required === true ? 'true' : undefined);
}

function setOrRemove(control: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined || value === '') control.removeAttribute(name);
  else control.setAttribute(name, value);
}
