import type { Credentials, Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import { diagnose } from '../../../core/diagnosis/diagnose';
import { type DiagnosisProgress, type DiagnosisStep, stepTitle } from '../../../core/diagnosis/diagnosis';
import { certificateLine } from '../../../core/diagnosis/diagnosisText';
import type { Provider } from '../../../core/provider';
import { TokenCache } from '../../../core/sending/tokens/tokenCache';
import type { SetUpStep } from '../../../protocol/pages/setUp';
import type { SetupServices } from '../setupServices';

export interface TriedDraft {
  readonly provider: Provider;
  readonly connection: Connection;
  readonly credentials: Credentials;
  /** One that a sign-in, or an earlier try, has brought already. */
  readonly token: Token | undefined;
}

export interface DraftTrial {
  readonly steps: readonly SetUpStep[];
  /** What a code brought that may be good for one only. */
  readonly token: Token | undefined;
}

/** Tries what is not saved yet: nothing that is kept, and no token of other calls, has a part in it. */
export async function tryDraft(
  { sender }: SetupServices,
  { provider, connection, credentials, token }: TriedDraft,
  signal: AbortSignal,
  onSteps: (steps: readonly SetUpStep[]) => void,
): Promise<DraftTrial> {
  const { sending, ...ports } = await sender.diagnosisPorts();
  const tokens = new TokenCache();
  if (token !== undefined) tokens.put(connection, token);
  const own = { ...sending, tokens, credentials: async () => ({ kind: 'found', credentials }) as const };
  const onProgress = ({ steps: done, running }: DiagnosisProgress) =>
    onSteps([...done.map(shown), { title: stepTitle(running), outcome: 'running', text: '' }]);
  const { steps } = await diagnose({ provider, connection }, { ...ports, sending: own, onProgress }, signal);
  return { steps: steps.map(shown), token: tokens.get(connection) };
}

const outcomes = {
  passed: 'passed',
  warned: 'warning',
  failed: 'failed',
  notNeeded: 'skipped',
  notReached: 'skipped',
} as const satisfies Readonly<Record<DiagnosisStep['verdict'], SetUpStep['outcome']>>;

function shown({ title, verdict, detail, nextStep, chain = [] }: DiagnosisStep): SetUpStep {
  const text = [detail, ...chain.map(certificateLine)].join('\n');
  return { title, outcome: outcomes[verdict], text, ...(nextStep !== undefined && { nextStep }) };
}
