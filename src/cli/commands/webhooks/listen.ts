import { randomUUID } from 'node:crypto';
import type { Provider } from '../../../core/provider';
import { oneLine, quotable } from '../../../core/quoting/oneLine';
import { cameBeforeText } from '../../../core/webhooks/cameBefore';
import type { ProofFinding } from '../../../core/webhooks/proofs/explainProof';
import { createListener, type ListenedEvent } from '../../../headless/webhooks/listener';
import { ownVariable, webhookSecret } from '../../../headless/webhooks/webhookSecret';
import { openWebhookReceiver } from '../../../node/webhooks/webhookReceiver';
import { aborted } from '../../aborted';
import { paintFor } from '../../print/paint';
import { type CommandArguments, type Surroundings, UsageError } from '../../surroundings';
import { namedAddress } from './namedAddress';
import { givenPublicAddress, isAgreed, type PublicAddress, register } from './publicAddress';

const usualPort = 4400;

export async function listen(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const { env, out, err } = surroundings;
  const { flags, values } = args;
  const providers = await chosenProviders(surroundings, values['provider']);
  const secretName = values['secret'];
  if (secretName !== undefined && ownVariable(env, secretName) === undefined) {
    throw new UsageError(`--secret names an environment variable, and "${quotable(secretName)}" is not set.`);
  }
  const forwardTo = values['forward-to'] === undefined ? undefined : namedAddress('--forward-to', values['forward-to']);
  const isJson = flags.has('json');
  const made = new Map<string, string>();
  const ownSecret = (provider: string) => webhookSecret(env, provider, secretName) ?? made.get(provider);
  const address = givenPublicAddress(surroundings, args, providers, (provider) => {
    // Without one the API would prove nothing. It is nobody's but this run's.
    const secret = ownSecret(provider) ?? randomUUID().replaceAll('-', '');
    made.set(provider, secret);
    return secret;
  });
  if (typeof address === 'number') return address;
  const agreed = address === undefined || (await isAgreed(surroundings, args, address));
  if (agreed !== true) return agreed;
  const receiver = await openWebhookReceiver({
    port: portOf(values['port']),
    onError: (error) => err(`${error instanceof Error ? error.message : String(error)}\n`),
    onTooLarge: (maxBytes) => err(`An event of more than ${maxBytes / 1_000_000} MB was refused with 413.\n`),
    answer: createListener({
      ...{ providers, forwardTo, now: Date.now },
      secretOf: ownSecret,
      tell: (event) => out(isJson ? `${JSON.stringify(event)}\n` : lineOf(surroundings, event)),
    }),
  });
  if (receiver.kind === 'failed') {
    err(`The port cannot be had (${receiver.code}). Choose another one with --port.\n`);
    return 1;
  }
  err(`Listening at ${receiver.url} until Ctrl+C.\n`);
  try {
    return await untilStopped(surroundings, address);
  } finally {
    await receiver.close();
  }
}

/** Events that come while it is taken back are received still. */
async function untilStopped(surroundings: Surroundings, address: PublicAddress | undefined): Promise<number> {
  const takeBack = address && (await register(surroundings, address));
  if (address !== undefined && takeBack === undefined) return 1;
  await aborted(surroundings.signal);
  return takeBack === undefined || (await takeBack()) ? 0 : 1;
}

async function chosenProviders({ registry }: Surroundings, id: string | undefined): Promise<readonly Provider[]> {
  const all = (await registry.all()).filter(({ webhooks }) => webhooks !== undefined);
  if (id === undefined) return all;
  const chosen = all.filter((provider) => provider.id === id);
  if (chosen.length > 0) return chosen;
  throw new UsageError(`No webhooks are known of "${quotable(id)}". Known: ${all.map((one) => one.id).join(', ')}.`);
}

function portOf(text: string | undefined): number {
  if (text === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) throw new UsageError(`--port must be a port from 0 to 65535, not "${text}".`);
  return port;
}

/** In one line, whatever an event calls itself. */
function lineOf(surroundings: Surroundings, told: ListenedEvent): string {
  const paint = paintFor(surroundings);
  const { receivedAt, provider, event, document, proof, cameBefore, forwarded, method, target } = told;
  const what = event === null ? `${quotable(method)} ${quotable(target)}` : quotable(event);
  const parts = [
    paint.quiet(timeOf(receivedAt)),
    provider ?? 'unknown',
    paint.bold(what),
    ...(document === null ? [] : [quotable(document)]),
    ...(proof === null ? [] : [proofText(proof, paint)]),
    ...(cameBefore === null ? [] : [paint.quiet(cameBeforeText(cameBefore, timeOf(cameBefore.at)))]),
    ...(forwarded === null ? [] : [`-> ${forwarded.status ?? oneLine(forwarded.reason ?? '')}`]),
  ];
  return `${parts.join('  ')}\n`;
}

/** By the clock on the wall of whoever looks; JSON has that of the world. */
function timeOf(iso: string): string {
  return new Date(iso).toTimeString().slice(0, 8);
}

function proofText({ verdict, text }: ProofFinding, paint: ReturnType<typeof paintFor>): string {
  if (verdict === 'holds') return paint.good('proved');
  const said = oneLine(text);
  return verdict === 'fails' || verdict === 'missing' ? paint.bad(`not proved: ${said}`) : paint.quiet(said);
}
