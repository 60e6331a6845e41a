import type * as vscode from 'vscode';
import type { BodyLayout } from '../../protocol/reply';

type Memory = Pick<vscode.ExtensionContext, 'globalState'>;

const key = 'esign.reply.layout';

export function bodyLayout({ globalState }: Memory): BodyLayout {
  const { wrap = true, raw = false } = globalState.get<Partial<BodyLayout>>(key, {});
  return { wrap, raw };
}

export async function keepBodyLayout({ globalState }: Memory, { wrap, raw }: BodyLayout): Promise<void> {
  await globalState.update(key, { wrap, raw });
}
