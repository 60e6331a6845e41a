import type { Credentials, Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import { createCall } from '../../../core/sending/call';
import { tokenProblem } from '../../../core/sending/sendProblems';
import { TokenCache } from '../../../core/sending/tokens/tokenCache';
import type { SetUpStep } from '../../../protocol/setUp';
import { explainError, isCallFailed, isUnusableToken, ProblemError } from '../../shell/explainError';
import type { SetupServices } from '../setupServices';

export interface TriedDraft {
  readonly provider: Provider;
  readonly connection: Connection;
  readonly credentials: Credentials;
  /** One that a sign-in has brought already. */
  readonly token: Token | undefined;
}

interface TrialStep {
  readonly title: string;
  /** What was found. */
  run(): Promise<string>;
}

/** Tries what is not saved yet, with tokens of its own. A step that fails ends it. */
export async function tryDraft(
  services: SetupServices,
  draft: TriedDraft,
  signal: AbortSignal,
  show: (steps: readonly SetUpStep[]) => void,
): Promise<readonly SetUpStep[]> {
  const done: SetUpStep[] = [];
  for (const { title, run } of await stepsOf(services, draft, signal)) {
    show([...done, { title, outcome: 'running', text: '' }]);
    const step = await resultOf(services, title, run);
    done.push(step);
    if (step.outcome === 'failed') break;
  }
  return done;
}

async function resultOf({ log }: SetupServices, title: string, run: TrialStep['run']): Promise<SetUpStep> {
  try {
    return { title, outcome: 'passed', text: await run() };
  } catch (error: unknown) {
    const { title: what, cause, nextStep } = explainError(log, 'A connection could not be tried.', error);
    return { title, outcome: 'failed', text: `${what}. ${cause}`, nextStep };
  }
}

async function stepsOf(
  { sender }: SetupServices,
  { provider, connection, credentials, token: known }: TriedDraft,
  signal: AbortSignal,
): Promise<readonly TrialStep[]> {
  const ports = {
    ...(await sender.ports()),
    tokens: new TokenCache(),
    credentials: async () => ({ kind: 'found', credentials }) as const,
  };
  if (known !== undefined) ports.tokens.put(connection, known);
  const call = createCall(ports, provider, connection, signal);
  const { acquire } = provider.auth;
  const collection = provider.resources.collections.find(({ list }) => list !== undefined);
  const steps: TrialStep[] = [];
  if (acquire !== undefined) {
    steps.push({
      title: 'Token',
      run: async () => {
        try {
          const token = await ports.tokens.shared(
            connection,
            async (cached) => cached ?? acquire(credentials, call, ports.now()),
          );
          return token.expiresAt === undefined
            ? 'A token came back.'
            : 'A token came back, and says how long it lives.';
        } catch (error: unknown) {
          throw explained(error, provider, connection);
        }
      },
    });
  }
  if (collection !== undefined) {
    steps.push({
      title: 'Call',
      run: async () => {
        const { items } = (await collection.list?.(call, undefined)) ?? { items: [] };
        return `${items.length} ${collection.title.toLowerCase()} on the first page.`;
      },
    });
  }
  return steps;
}

function explained(error: unknown, provider: Provider, { id }: Connection): unknown {
  const target = { provider: provider.id, connection: id };
  if (isUnusableToken(error)) {
    return new ProblemError({ kind: 'unusableToken', provider: provider.id, detail: error.message }, target);
  }
  return isCallFailed(error) ? new ProblemError(tokenProblem(provider, error), target) : error;
}
