import { nearest } from '../../../core/forms/wording/nearest';
import type { Provider } from '../../../core/provider';
import { oneLine, quotable } from '../../../core/quoting/oneLine';
import type { WebhookAnswer } from '../../../core/webhooks/emulatedMessage';
import { type EventWish, makeEvent } from '../../../core/webhooks/makeEvent';
import { isReceived, type Webhooks } from '../../../core/webhooks/webhooks';
import { webhookSecret } from '../../../headless/webhooks/webhookSecret';
import { sendEvent } from '../../../node/emulator/webhookSender';
import { createHttpClient } from '../../../node/http/httpClient';
import { type CommandArguments, type Surroundings, UsageError } from '../../surroundings';
import { namedAddress } from './namedAddress';

const needsYes = 4;

export async function trigger(surroundings: Surroundings, args: CommandArguments, name: string): Promise<number> {
  const slash = name.indexOf('/');
  const { provider, webhooks } = await known(surroundings, slash < 0 ? name : name.slice(0, slash));
  if (slash < 0) {
    listEvents(surroundings, provider.id, webhooks);
    return 0;
  }
  const { flags, values, lists } = args;
  if (values['to'] === undefined) throw new UsageError('--to URL is missing.');
  const to = namedAddress('--to', values['to']);
  const event = name.slice(slash + 1);
  const secret = secretOf(surroundings, provider.id, values['secret']);
  const isTampered = flags.has('tamper');
  const wish = { event, sets: lists['set'] ?? [], secret, isTampered, now: Date.now() };
  const made = madeEvent(provider, webhooks, wish);
  for (const remark of made.remarks) surroundings.err(`--set: ${remark}\n`);
  if (!to.isHere && !flags.has('yes')) {
    surroundings.err(`${quotable(to.host)} is another machine. Send it there with --yes.\n`);
    return needsYes;
  }
  const answer = await sendEvent(
    createHttpClient(),
    {
      ...made,
      method: 'POST',
      url: to.url,
      timeoutMs: webhooks.rules.timeoutsMs[1],
      redirects: webhooks.rules.redirects,
    },
    [to.host],
  );
  const isSigned = webhooks.proof.kind !== 'none' && secret !== undefined;
  const sent = { provider: provider.id, event, url: to.url, isSigned, isTampered };
  if (flags.has('json')) surroundings.out(`${JSON.stringify({ ...sent, ...answerJson(answer) }, undefined, 2)}\n`);
  else
    surroundings.out(
      answerText(
        event,
        answer,
        `${proofText(webhooks, isSigned)}${isTampered ? ' A byte was changed after that.' : ''}`,
      ),
    );
  // Without a signature nobody can see that a byte was changed.
  return exitCode(surroundings, webhooks, answer, isTampered && isSigned);
}

function exitCode({ err }: Surroundings, { rules }: Webhooks, answer: WebhookAnswer, mustBeRefused: boolean): number {
  if (answer.kind !== 'answered') return 3;
  const { status } = answer;
  if (!mustBeRefused) return isReceived(rules, status) ? 0 : 1;
  if (status >= 400 && status < 500) return 0;
  const taken = isReceived(rules, status) ? 'It was taken' : 'It was not refused';
  err(
    `${taken}, though its proof does not hold. Compare the proof with the bytes as they came, and answer 400 to 499.\n`,
  );
  return 1;
}

function madeEvent(provider: Provider, webhooks: Webhooks, wish: EventWish) {
  const made = makeEvent(webhooks, wish);
  if (made.kind === 'unknownEvent') throw new UsageError(unknownEvent(provider, webhooks, wish.event));
  if (made.kind === 'fault') throw new UsageError(made.text);
  return made;
}

function listEvents({ out, err }: Surroundings, id: string, { events, untold = [] }: Webhooks): void {
  out(events.map((event) => `${id}/${event}\n`).join(''));
  for (const one of untold) err(`The emulator does not tell ${one.events.join(', ')}: ${one.reason}\n`);
}

async function known({ registry }: Surroundings, id: string) {
  const provider = await registry.provider(id);
  if (provider?.webhooks !== undefined) return { provider, webhooks: provider.webhooks };
  const all = (await registry.all()).filter(({ webhooks }) => webhooks !== undefined).map((one) => one.id);
  throw new UsageError(`No webhooks are known of "${quotable(id)}". Known: ${all.join(', ')}.`);
}

function secretOf({ env }: Surroundings, provider: string, name: string | undefined): string | undefined {
  const secret = webhookSecret(env, provider, name);
  if (name !== undefined && secret === undefined) {
    throw new UsageError(`--secret names an environment variable, and "${quotable(name)}" is not set.`);
  }
  return secret;
}

function unknownEvent({ id }: Provider, { events }: Webhooks, event: string): string {
  const meant = nearest(event, events);
  return `There is no event "${quotable(event)}" of ${id}.${meant === undefined ? '' : ` Did you mean "${id}/${meant}"?`} "esign trigger ${id}" lists them.`;
}

function proofText({ proof }: Webhooks, isSigned: boolean): string {
  if (proof.kind === 'none') return proof.says;
  return isSigned ? `Proved by the header ${proof.header}.` : 'Not signed: no secret was given.';
}

function answerText(event: string, answer: WebhookAnswer, proof: string): string {
  const came =
    answer.kind === 'answered' ? `${answer.status} in ${Math.round(answer.durationMs)} ms` : oneLine(answer.reason);
  const body = answer.kind === 'answered' && answer.body !== '' ? `\n${quotable(answer.body, 500)}` : '';
  return `${event}  ${proof}\n${came}${body}\n`;
}

function answerJson(answer: WebhookAnswer) {
  if (answer.kind === 'answered')
    return { status: answer.status, durationMs: answer.durationMs, answer: answer.body, problem: null };
  return { status: null, durationMs: null, answer: null, problem: { title: 'No answer', cause: answer.reason } };
}
