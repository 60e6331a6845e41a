import { randomUUID } from 'node:crypto';
import { emulatorConnectionId } from '../../../core/connections/connection';
import { emulatorActs } from '../../../core/emulation';
import type { RequestValues } from '../../../core/operation';
import { secretsOfLink } from '../../../core/secrets/secretsOfLink';
import type { Run } from '../../../core/sending/run';
import type { EmulatorAct } from '../../emulator/emulators';

/** The call that does the same, and its reply. */
export function runOfAct(act: EmulatorAct): Run {
  const { operation, values, baseUrl, status, body } = callOf(act);
  const headers = { 'content-type': 'application/json' };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const reply = { status, statusText: '', headers, bytes, durationMs: 0 };
  const link = act.kind === 'page' ? act.act.link : undefined;
  return {
    id: randomUUID(),
    sentAt: Date.now(),
    request: { operation: `${emulatorActs}/${operation}`, connection: emulatorConnectionId, ...values },
    origin: { cause: 'page' },
    provider: emulatorActs,
    environment: emulatorActs,
    baseUrl,
    sent: undefined,
    inSpiteOf: [],
    outcome: {
      kind: 'replied',
      reply,
      reading: {
        verdict: { kind: 'answer', departures: [], differences: [] },
        failed: status >= 400,
        headers,
        links: [],
        nextSteps: [],
        errors: [],
        moreErrors: 0,
        general: [],
        remarks: [],
      },
    },
    secrets: link === undefined ? [] : secretsOfLink(link),
  };
}

interface ActCall {
  readonly operation: string;
  readonly values: RequestValues;
  readonly baseUrl: string;
  readonly status: number;
  readonly body: unknown;
}

function callOf(act: EmulatorAct): ActCall {
  switch (act.kind) {
    case 'page': {
      const { reply, baseUrl } = act;
      const body = Object.fromEntries(Object.entries(act.act).filter(([, value]) => value !== undefined));
      return { operation: 'sign', values: { body }, baseUrl, status: reply.status, body: reply.body };
    }
    case 'advanced':
      return { operation: 'advance', values: { body: { minutes: act.minutes } }, baseUrl: '', status: 200, body: {} };
    case 'reset':
      return { operation: 'reset', values: {}, baseUrl: '', status: 200, body: {} };
  }
}
