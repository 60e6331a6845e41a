import * as z from 'zod';
import { isComplete, requestFileOf } from '../../core/requests/preparedRequest';
import type { Run } from '../../core/sending/run';
import type { AgentCall } from '../agentCall';
import { defineTool } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { offeredStep, stepInput } from '../offeredStep';
import { runOutput, runSchema } from '../output/runOutput';
import { givenRequest, requestInput } from '../requestInput';
import { refusal } from '../toolRefusal';

export const sendRequestTool = defineTool({
  name: 'send_request',
  title: 'Send a request',
  description: `Sends a request and explains the reply. Without a connection it goes to the emulator of this machine, where nothing is real
and nobody gets mail. Other connections only work once a person has opened them, and a person is asked about what is live, mails people
or takes something away. Give the values, a *.esign.json file, or a next step of an earlier reply.`,
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  input: z.object({
    ...requestInput,
    nextStep: z.exactOptional(stepInput.describe('A next step that a reply of this session offered, with its values.')),
    inSpite: z.exactOptional(z.boolean().describe('Sends in spite of foreseen errors, to see how the API refuses it.')),
  }),
  output: runSchema,
  run: async (workplace, { nextStep, inSpite = false, ...input }, call) => {
    const run =
      nextStep === undefined
        ? await workplace.send((await givenRequest(workplace, input)).request, call, { force: inSpite })
        : await sendNextStep(workplace, nextStep, call);
    return runOutput(run, await workplace.registry.provider(run.provider), workplace.showsLinks);
  },
});

async function sendNextStep(
  workplace: AgentWorkplace,
  wanted: z.output<typeof stepInput>,
  call: AgentCall,
): Promise<Run> {
  const { run, step } = await offeredStep(workplace, wanted);
  if (step.blocked !== undefined) {
    throw refusal(
      'The next step was not possible yet',
      step.blocked,
      'When that is done: make_request gives its values, to be sent.',
    );
  }
  if (!isComplete(step)) {
    throw refusal(
      'The next step is not complete',
      'It needs values that only you know.',
      'make_request gives the others: complete them and send them.',
    );
  }
  const recipient = step.verb === 'link' ? step.subject : undefined;
  return workplace.send(requestFileOf(step, run.request.connection), call, { isLiteral: true, recipient });
}
