import * as vscode from 'vscode';
import { targetMime } from '../../../protocol/targetMime';
import { commandIds } from '../../shell/contributions/commandIds';
import { requestFileGlob } from '../../shell/ids';
import { registerCommand } from '../../shell/runCommand';
import { draggedTarget, targetOf } from '../../shell/treeTarget';
import type { RequestServices } from '../requestServices';
import type { OpenRequests } from '../session/openRequests';

/** What the tree shows is put into a request: by its menu into the one in front, by the mouse into a text. */
export function registerUseInRequest(services: RequestServices, requests: OpenRequests): void {
  registerCommand(services, commandIds.useInRequest, async (node) => {
    const target = targetOf(node);
    if (target === undefined) return;
    await (await import('./useInRequest')).useInRequest(services, requests, target);
  });
  const drops: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data) {
      const text = await data.get(targetMime)?.asString();
      const target = text === undefined ? undefined : draggedTarget(text);
      if (target === undefined) return undefined;
      const { dropIntoText } = await import('./useInRequest');
      return dropIntoText(services, requests, { document, position, target });
    },
  };
  services.context.subscriptions.push(
    vscode.languages.registerDocumentDropEditProvider({ pattern: requestFileGlob }, drops, {
      dropMimeTypes: [targetMime],
    }),
  );
}
