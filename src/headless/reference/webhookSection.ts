import type { Provider } from '../../core/provider';
import type { DeliveryRules, WebhookProof, Webhooks } from '../../core/webhooks/webhooks';
import type { Citations } from './citations';
import { markdown } from './markdown';

const { bullets, code, prose, table } = markdown;

/** What an API tells by itself, and what that proves. */
export function webhookSection({ id, webhooks }: Provider, { cite }: Citations): string {
  if (webhooks === undefined) return '';
  const { source, registration, proof, rules, gaps = [] } = webhooks;
  const rows = [
    ['Registered by', `${prose(registration)} ${cite(source)}`],
    ['Proof of origin', proofText(proof)],
    ['Received when', known(rules, receivedText(rules))],
    ['Retries', `${known(rules, retryText(rules))}${rules.source === undefined ? '' : ` ${cite(rules.source)}`}`],
    ['Events', eventsText(id, webhooks)],
  ];
  return [
    table(['', ''], rows),
    ...untoldTable(webhooks),
    ...(gaps.length === 0 ? [] : [bullets(gaps.map(prose))]),
  ].join('\n\n');
}

function untoldTable({ untold = [] }: Webhooks): readonly string[] {
  if (untold.length === 0) return [];
  const rows = untold.map(({ events, reason }) => [events.map(code).join(', '), prose(capitalised(reason))]);
  return [table(['Not told by the emulator', 'Since'], rows)];
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function proofText(proof: WebhookProof): string {
  if (proof.kind === 'none') return prose(proof.says);
  const header = code(proof.header);
  if (proof.kind === 'sharedKey') {
    return `${header}: ${code(`${proof.prefix}<key>`)}. It shows that the sender knows the key, and nothing of the body.`;
  }
  return `${header}: ${code(`${proof.prefix}<digest>`)}, the HMAC-SHA256 of the bytes of the body under the secret, in ${proof.encoding}. Without a secret nothing is proved.`;
}

/** What nobody documents is what the emulator does. */
function known({ source }: DeliveryRules, text: string): string {
  return source === undefined ? `not documented; here: ${text}` : text;
}

function receivedText({ success, timeoutsMs: [first, others] }: DeliveryRules): string {
  const answer = success === 'any2xx' ? 'the answer is 2xx' : 'the answer is 2xx or 3xx';
  const within =
    first === others ? `within ${first / 1000} s` : `within ${first / 1000} s, of retries within ${others / 1000} s`;
  return `${answer} ${within}`;
}

function retryText({ retriesMs, finalAnswer }: DeliveryRules): string {
  if (retriesMs.length === 0) return 'none';
  const after = retriesMs.map(waitText).join(', ');
  return `after ${after}${finalAnswer === undefined ? '' : '; none after an answer 4xx'}`;
}

function waitText(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return `${ms / 1000} s`;
  if (minutes < 60) return `${minutes} min`;
  return minutes < 24 * 60 ? `${minutes / 60} h` : `${minutes / (24 * 60)} d`;
}

function eventsText(id: string, { events }: Webhooks): string {
  return `${events.length}, which ${code(`esign trigger ${id}`)} lists`;
}
