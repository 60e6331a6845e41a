import type { FrameLocator } from 'playwright-core';

/** Types into the field that a JSON pointer names, and leaves it. */
export async function fillField(form: FrameLocator, pointer: string, value: string): Promise<void> {
  const control = form.locator(`[data-pointer="${pointer}"]`).locator('input, textarea').first();
  await control.fill(value);
  await control.blur();
}
