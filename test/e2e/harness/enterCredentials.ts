import type { Credentials } from '../../../src/core/auth';
import type { Provider } from '../../../src/core/provider';
import { questionsOfKind } from '../../../src/vscode/credentials/credentialFields';
import type { QuickInput } from './quickInput';

/** Answers the questions for the first kind of credentials. */
export async function enterCredentials(
  quickInput: QuickInput,
  { auth }: Provider,
  account: Credentials,
): Promise<void> {
  const [kind] = auth.kinds;
  if (kind === undefined) return;
  if (auth.kinds.length > 1) await quickInput.choose(kind.title);
  for (const { name, prompt } of questionsOfKind(kind)) await quickInput.answer(prompt, account[name] ?? '');
}
