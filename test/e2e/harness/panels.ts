import type { FrameLocator } from 'playwright-core';
import type { Operation } from '../../../src/core/operation';
import { until } from './until';
import type { Workbench } from './workbench';

/* The form of a request and the panel of its reply, as they are on screen. */

export function formOf(workbench: Workbench): Promise<FrameLocator> {
  return workbench.webview('[data-action="send"]');
}

export function replyOf(workbench: Workbench): Promise<FrameLocator> {
  return workbench.webview('main[data-state]');
}

export async function seeForm(workbench: Workbench, { id, title }: Operation): Promise<void> {
  await until(`the form of ${id}`, async () => {
    const form = await formOf(workbench);
    return (await form.getByRole('heading', { level: 1, name: title }).isVisible()) || undefined;
  });
}

export async function pressSend(workbench: Workbench): Promise<void> {
  await (await formOf(workbench)).locator('[data-action="send"]').click();
}

/** Takes one of the next steps that the reply offers. */
export async function takeStep(workbench: Workbench, title: string, subject: string): Promise<void> {
  const step = (await replyOf(workbench)).getByRole('listitem').filter({ hasText: subject });
  await step.getByRole('button', { name: title }).first().click();
}

/** What can be seen of a reply. */
export interface SeenReply {
  readonly status: number;
  /** Texts in its body. */
  readonly shows: readonly string[];
}

export async function seeReply(workbench: Workbench, { status, shows }: SeenReply): Promise<void> {
  const reply = await replyOf(workbench);
  for (const text of shows) await reply.locator('main[data-state="replied"]').filter({ hasText: text }).waitFor();
  await seeStatus(reply, status);
}

export async function seeStatus(reply: FrameLocator, status: number): Promise<void> {
  await reply.locator('main[data-state="replied"] .status-line').getByText(String(status)).first().waitFor();
}
