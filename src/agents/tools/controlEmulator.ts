import * as z from 'zod';
import { emulatorActs } from '../../core/emulation';
import { replyJson } from '../../core/http';
import type { RequestValues } from '../../core/operation';
import type { Provider } from '../../core/provider';
import type { Run } from '../../core/sending/run';
import { faultBody } from '../../emulator/faults/readFault';
import type { JsonObject } from '../../protocol/json';
import type { AgentCall } from '../agentCall';
import { defineTool } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { providerNamed } from '../lookUp';
import { runOutput, runSchema } from '../output/runOutput';
import { refusal } from '../toolRefusal';

const actions = [
  'open',
  'answer',
  'sign',
  'decline',
  'advance',
  'reset',
  'switch',
  'fail',
  'signers',
  'deliveries',
  'state',
] as const;
type Action = (typeof actions)[number];

const linkInput = z.object({ entry: z.string(), number: z.int().min(0) });

export const controlEmulator = defineTool({
  name: 'control_emulator',
  title: 'Act on the emulator',
  description: `Plays the people and the clock on the emulator of this machine: open, answer, sign or decline as a recipient (by a link of a reply,
or by document and "as"), advance the clock, reset, turn a switch, let the next call fail, or read signers, deliveries and state.
Nothing outside this machine is reached.`,
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  input: z.object({
    provider: z.string().describe('Whose emulator.'),
    action: z.enum(actions),
    link: z.exactOptional(linkInput.describe('A link that a reply of this session brought.')),
    document: z.exactOptional(
      z.string().describe('Its id; with "as" in place of a link. Narrows deliveries and state.'),
    ),
    as: z.exactOptional(z.string().describe('E-mail address, name or role of the recipient. Of deliveries: to whom.')),
    reason: z.exactOptional(z.string().max(1_000).describe('Of declining.')),
    answers: z.exactOptional(z.array(z.string()).describe('Of answer; the code that was delivered without it.')),
    minutes: z.exactOptional(z.number().positive().describe('Of advance.')),
    switches: z.exactOptional(
      z.record(z.string(), z.boolean()).describe('Of switch: names that "state" of the emulator lists.'),
    ),
    fault: z.exactOptional(faultBody.describe('Of fail: which call fails, and how.')),
  }),
  output: runSchema,
  run: async (workplace, input, call) => {
    const provider = await providerNamed(workplace, input.provider);
    if (provider.emulator === undefined) {
      throw refusal(
        `${provider.title} has no emulator`,
        'Its API is described only.',
        'find_operations says which have one.',
      );
    }
    const values = await requests[input.action](
      input,
      (request) => control(workplace, provider, request, call),
      workplace,
    );
    return runOutput(await control(workplace, provider, values, call), undefined, workplace.showsLinks);
  },
});

type ControlInput = z.output<typeof controlEmulator.input>;

interface ControlRequest extends RequestValues {
  /** Of the control: its id without its provider. */
  readonly act: string;
}

type Send = (request: ControlRequest) => Promise<Run>;
type MakeRequest = (
  input: ControlInput,
  send: Send,
  workplace: AgentWorkplace,
) => ControlRequest | Promise<ControlRequest>;

function control(workplace: AgentWorkplace, provider: Provider, { act, ...values }: ControlRequest, call: AgentCall) {
  return workplace.control(provider, { operation: `${emulatorActs}/${act}`, ...values }, call);
}

const requests: Readonly<Record<Action, MakeRequest>> = {
  open: signer('open'),
  answer: async (input, send, workplace) => {
    const body = { ...whoOf(input, workplace), action: 'answer' };
    return { act: 'sign', body: { ...body, answers: input.answers ?? (await deliveredCode(input, send)) } };
  },
  sign: signer('finish'),
  decline: signer('decline'),
  advance: ({ minutes }) => ({ act: 'advance', body: { minutes: needed('minutes', minutes) } }),
  reset: () => ({ act: 'reset' }),
  switch: ({ switches }) => ({ act: 'switches', body: needed('switches', switches) }),
  fail: ({ fault }) => ({ act: 'faults', body: plain(needed('fault', fault)) }),
  signers: () => ({ act: 'signers' }),
  deliveries: (input) => ({ act: 'deliveries', query: queryOf(input) }),
  state: ({ document }) => ({ act: 'state', ...(document !== undefined && { query: { document } }) }),
};

function signer(action: string): MakeRequest {
  return (input, _send, workplace) => {
    const { reason } = input;
    return { act: 'sign', body: { ...whoOf(input, workplace), action, ...(reason !== undefined && { reason }) } };
  };
}

function whoOf({ link, document, as }: ControlInput, workplace: AgentWorkplace): JsonObject {
  if (link !== undefined) return { link: linkOf(workplace, link) };
  if (document !== undefined && as !== undefined) return { document, as };
  throw refusal('It is not said who', 'Neither a link nor document and "as" are there.', 'Give one or the other.');
}

/** Links are masked: they are named by the reply that brought them. */
function linkOf(workplace: AgentWorkplace, { entry, number }: z.output<typeof linkInput>): string {
  const outcome = workplace.runOf(entry)?.outcome;
  const link = outcome?.kind === 'replied' ? outcome.reading.links[number] : undefined;
  if (link !== undefined) return link.url;
  throw refusal(
    `There is no link ${number} of that entry`,
    'Links belong to replies of this session.',
    'Take entry and number from the "links" of a reply.',
  );
}

/** What came to the recipient by mail or SMS last: nobody else reads it here. */
async function deliveredCode(input: ControlInput, send: Send): Promise<readonly string[]> {
  const { outcome } = await send({ act: 'deliveries', query: queryOf(input) });
  const body = outcome.kind === 'replied' ? deliveries.safeParse(replyJson(outcome.reply)).data : undefined;
  const code = body?.deliveries.find((one) => one.code !== undefined)?.code;
  return code === undefined ? [] : [code];
}

const deliveries = z.object({ deliveries: z.array(z.looseObject({ code: z.exactOptional(z.string()) })) });

function queryOf({ document, as }: ControlInput): JsonObject {
  return { ...(document !== undefined && { document }), ...(as?.includes('@') && { to: as }) };
}

function needed<Value>(name: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw refusal(`"${name}" is missing`, 'The action needs it.', `Call it again with "${name}".`);
}

function plain(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value));
}
