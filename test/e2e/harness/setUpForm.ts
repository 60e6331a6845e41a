import type { FrameLocator } from 'playwright-core';
import type { CredentialKind, Credentials } from '../../../src/core/auth';
import { questionsOfKind } from '../../../src/vscode/credentials/credentialFields';
import { clickOn } from './clickOn';
import { fillField } from './fillField';
import type { Workbench } from './workbench';

/* The form of a connection, as it is on screen. */

export function setUpOf(workbench: Workbench): Promise<FrameLocator> {
  return workbench.webview('main.set-up');
}

export async function chooseEnvironment(form: FrameLocator, label: string): Promise<void> {
  await chooseIn(form, '[data-pointer="/connection/environment"]', label);
}

export async function fillCredentials(
  form: FrameLocator,
  kinds: readonly CredentialKind[],
  kind: CredentialKind,
  account: Credentials,
): Promise<void> {
  if (kinds.length > 1) await chooseIn(form, '.variant-choice', kind.title);
  for (const { name } of questionsOfKind(kind)) {
    const value = account[name];
    if (value !== undefined) await fillField(form, `/credentials/${name}`, value);
  }
}

export async function press(form: FrameLocator, action: string): Promise<void> {
  await clickOn(action, form.locator(`[data-action="${action}"]`));
}

async function chooseIn(form: FrameLocator, place: string, label: string): Promise<void> {
  const dropdown = form.locator(`${place} vscode-dropdown`);
  if ((await dropdown.innerText()).trim().startsWith(label)) return;
  await dropdown.click();
  await dropdown.locator('vscode-option').filter({ hasText: label }).first().click();
}
