import type { Problem } from '../../problems/problem';
import type { Provider } from '../../provider';
import { CallFailed } from '../callFailed';
import { tokenProblem } from '../sendProblems';
import { UnusableToken } from './readToken';

/** What came of asking for a token, or why none came. */
export async function orProblem<Result>(
  provider: Provider,
  ask: () => Promise<Result>,
): Promise<Result | { readonly problem: Problem }> {
  try {
    return await ask();
  } catch (error: unknown) {
    if (error instanceof UnusableToken) {
      return { problem: { kind: 'unusableToken', provider: provider.id, detail: error.message } };
    }
    if (!(error instanceof CallFailed)) throw error;
    return { problem: tokenProblem(provider, error) };
  }
}
