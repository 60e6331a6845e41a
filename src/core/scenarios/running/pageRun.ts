import { webUrl } from '../../addresses/webAddress';
import { emulatorActs, pageAct } from '../../emulation';
import type { HttpRequest } from '../../http';
import { maskerOf } from '../../secrets/masker';
import { sortSecrets } from '../../secrets/sortSecrets';
import { noErrors } from '../../sending/recogniseErrors';
import type { Reading, Run, Secret, SendOutcome } from '../../sending/run';
import type { RunOrigin } from '../../sending/runOrigin';
import type { EmulatorAnswer, PageForm, PageRequest } from './runPorts';

export interface OpenedPage {
  readonly id: string;
  readonly sentAt: number;
  readonly connection: string;
  readonly page: PageRequest;
  readonly answer: Exclude<EmulatorAnswer, { kind: 'foreign' }>;
  readonly secrets: readonly Secret[];
  readonly origin: RunOrigin;
}

/** A page that was opened, as a run like that of any other step: shown and kept in the same way. */
export function pageRun({ id, sentAt, connection, page, answer, secrets, origin }: OpenedPage): Run {
  const { link, method, form } = page;
  const sorted = sortSecrets(secrets);
  const masker = maskerOf(sorted, undefined);
  const isForm = method === 'POST';
  const sent: HttpRequest = {
    method,
    url: masker.text(link),
    headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
    body: isForm ? { text: masker.text(formText(form)) } : undefined,
  };
  return {
    id,
    sentAt,
    request: { operation: pageAct, connection, body: { link, ...(isForm && { form }) } },
    origin,
    provider: emulatorActs,
    environment: emulatorActs,
    baseUrl: webUrl(link)?.origin ?? '',
    sent,
    inSpiteOf: [],
    outcome: outcomeOf(answer, link, (text) => masker.text(text)),
    secrets: sorted,
  };
}

/** As a browser sends it. */
export function formText(form: PageForm): string {
  const pairs = Object.entries(form).flatMap(([name, given]) =>
    (typeof given === 'string' ? [given] : given).map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

function outcomeOf(answer: OpenedPage['answer'], url: string, mask: (text: string) => string): SendOutcome {
  if (answer.kind === 'failed')
    return { kind: 'failed', problem: { kind: 'noReply', url: mask(url), failure: answer.failure } };
  const { reply } = answer;
  const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name, mask(value)]));
  const reading: Reading = {
    verdict: { kind: 'answer', departures: [], differences: [] },
    failed: reply.status >= 400,
    headers,
    links: [],
    nextSteps: [],
    ...noErrors,
    general: [],
    remarks: [],
  };
  return { kind: 'replied', reply, reading };
}
