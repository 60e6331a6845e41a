import type { OpenReplies } from '../replies/openReplies';
import { registerCommand } from '../shell/runCommand';
import type { PortableServices } from './portableServices';

/** What goes to other tools, and what comes from them. */
export function registerPortable(services: PortableServices, replies: OpenReplies): void {
  registerCommand(services, 'esign.copyAsCode', async (entry) => {
    const { copyAsCode } = await import('./copyAsCode');
    await copyAsCode(services, replies, entry?.id);
  });
}
