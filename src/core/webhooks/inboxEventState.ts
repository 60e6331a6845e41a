import { t } from '@vscode/l10n';
import type { InboxEventState, ShownProof } from '../../protocol/pages/inbox';
import type { HeaderLine } from '../../protocol/reply';
import { numberText } from '../../protocol/words/numberText';
import { sizeText } from '../../protocol/words/sizeText';
import type { Headers } from '../http';
import { readJson } from '../json/readJson';
import { oneLine } from '../quoting/oneLine';
import { Masker } from '../secrets/masker';
import { type CameBefore, cameBeforeText } from './cameBefore';
import type { ExaminedEvent } from './examineEvent';
import type { ForwardedEvent } from './forwardedEvent';
import type { ProofFinding } from './proofs/explainProof';

export interface InboxCall {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface InboxEventFacts {
  readonly call: InboxCall;
  readonly examined: ExaminedEvent;
  /** In the words of whoever looks. */
  readonly receivedAt: string;
  /** Title of the provider. */
  readonly provider: string | undefined;
  readonly secret: string | undefined;
  readonly forwarded?: ForwardedEvent | undefined;
  /** `at`: in the words of whoever looks. */
  readonly cameBefore?: (Pick<CameBefore, 'by'> & { readonly at: string }) | null;
}

/** More is nothing that anybody reads: it is saved as a file. */
const mostCharacters = 100_000;

export function inboxEventState(facts: InboxEventFacts): InboxEventState {
  const { call, examined, receivedAt, provider, secret, forwarded, cameBefore } = facts;
  const { proof, event, document, id } = examined;
  const masker = new Masker(secret ? [{ name: 'webhookSecret', value: secret }] : [], undefined);
  const text = new TextDecoder().decode(call.body);
  const body = masker.body(text, { side: 'reply', most: mostCharacters, indent: 2 });
  const path = masker.text(`${call.method} ${call.target}`);
  return {
    title: event === null ? path : masker.text(event),
    facts: lines([
      [t('Provider'), provider ?? t('unknown')],
      [t('Event'), event === null ? unreadText(text) : undefined],
      [t('Document'), document ?? undefined],
      [t('Event ID'), id === null ? undefined : masker.text(id)],
      [t('Received'), receivedAt],
      [t('Repeated'), cameBefore ? duplicateText(cameBefore) : undefined],
      [t('Call'), path],
      [t('Size'), sizeText(call.body.length)],
      [t('Forwarded'), forwarded && forwardedText(forwarded)],
    ]),
    headers: Object.entries(shownHeaders(masker, call.headers, proof)).map(([name, value]) => ({
      name,
      value: value === '' ? t('(empty)') : value,
    })),
    payload: body.text,
    isCut: body.isCut,
    isJson: isJson(text),
    proof: shownProof(proof),
    takesSecret: proof !== null && proof.verdict !== 'noProof' && proof.verdict !== 'holds',
  };
}

function duplicateText(cameBefore: Pick<CameBefore, 'by'> & { readonly at: string }): string {
  return t('{0}: an application must act on it once', cameBeforeText(cameBefore, cameBefore.at));
}

function forwardedText({ status, durationMs, reason }: ForwardedEvent): string {
  return status === null
    ? t('not handed on: {0}', oneLine(reason ?? ''))
    : t('answered {0} in {1} ms', status, Math.round(durationMs));
}

/** A digest is for everybody, whatever its header is called; a key that is sent as it is stays masked. */
function shownHeaders(masker: Masker, headers: Headers, proof: ProofFinding | null): Headers {
  const masked = masker.headers(headers);
  if (proof?.received === undefined) return masked;
  const name = Object.keys(headers).find((one) => one.toLowerCase() === proof.header);
  return name === undefined ? masked : { ...masked, [name]: proof.received };
}

function shownProof(proof: ProofFinding | null): ShownProof {
  if (proof === null) {
    const text = t('Nobody knows whose event it is, so nothing says how it would be proved.');
    return { verdict: 'unknown', text, facts: [], mistakes: [] };
  }
  const { verdict, text, header, received, computed, bytes, firstDifference, mistakes = [], tried } = proof;
  return {
    verdict: verdict === 'holds' ? 'holds' : verdict === 'fails' || verdict === 'missing' ? verdict : 'unknown',
    text,
    facts: lines([
      [t('Header'), header],
      [t('Received'), received],
      [t('Computed'), computed],
      [t('Computed over'), bytes === undefined ? undefined : t('{0} bytes, as they arrived', numberText(bytes))],
      [t('First difference'), firstDifference === undefined ? undefined : t('byte {0}', firstDifference)],
      [t('Usual mistakes tried'), tried === undefined ? undefined : numberText(tried)],
    ]),
    mistakes,
  };
}

function isJson(text: string): boolean {
  return readJson(text).kind === 'read';
}

/** Why nobody can say what it tells. */
function unreadText(text: string): string {
  if (text === '') return t('not known: the body is empty');
  return isJson(text)
    ? t('not known: the body is none of those that an API here documents')
    : t('not known: the body is no JSON');
}

function lines(values: readonly (readonly [name: string, value: string | undefined])[]): readonly HeaderLine[] {
  return values.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
