import * as z from 'zod';
import type { PreparedRequest } from '../core/operation';
import type { Provider } from '../core/provider';
import { quotable } from '../core/quoting/oneLine';
import { nextStepsOf } from '../core/replies/replyState';
import type { Run } from '../core/sending/run';
import type { AgentWorkplace } from './agentWorkplace';
import { refusal } from './toolRefusal';

export const stepInput = z.object({ entry: z.string(), number: z.int().min(0) });

export interface OfferedStep {
  readonly run: Run;
  readonly provider: Provider;
  readonly step: PreparedRequest;
}

/** A call that a reply of this session made possible. Throws a refusal where there is none. */
export async function offeredStep(
  workplace: Pick<AgentWorkplace, 'registry' | 'runOf'>,
  { entry, number }: z.output<typeof stepInput>,
): Promise<OfferedStep> {
  const run = workplace.runOf(entry);
  const provider = run && (await workplace.registry.provider(run.provider));
  const step = run && provider && nextStepsOf(run, provider)[number];
  if (run !== undefined && provider !== undefined && step !== undefined) return { run, provider, step };
  throw refusal(
    `There is no next step ${number} of "${quotable(entry)}"`,
    'Next steps belong to replies of this session.',
    'Take entry and number from the reply of send_request.',
  );
}
