import type { DocumentDetail } from '../core/documents';
import type { EmulatedReply, EmulatedRequest } from '../core/emulation';
import type { Provider } from '../core/provider';
import type { EmulatorCounts } from './counts';
import type { SignerPage } from './signers';
import type { Clock } from './tools';

export interface Controlled {
  readonly provider: Provider;
  readonly startedAt: number;
  readonly clock: Clock;
  counts(): EmulatorCounts;
  signers(): readonly SignerPage[];
  describe(collection: string, id: string): DocumentDetail | undefined;
  reset(): void;
}

/** What the control route says about an emulator; `product` tells it from anything else on the port. */
export interface EmulatorStatus {
  readonly product: typeof emulatorProduct;
  readonly provider: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** ISO 8601, by the emulator's own clock. */
  readonly now: string;
  readonly counts: EmulatorCounts;
}

export const emulatorProduct = 'E-Sign Workbench emulator';
export const controlPath = '/__emulator';
/** A page of another site cannot set this header, so it cannot reset the emulator either. */
export const controlHeader = 'x-esign-emulator';

export function isControlPath(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`);
}

export function answerControl(request: EmulatedRequest, controlled: Controlled): EmulatedReply {
  const command = `${request.method} ${request.path.slice(controlPath.length)}`;
  if (command === 'GET ') return { status: 200, body: statusOf(controlled) };
  if (command === 'GET /signers') return { status: 200, body: { signers: controlled.signers() } };
  if (command.startsWith('GET /documents/')) return answerDescription(request.path, controlled);
  if (command !== 'POST /reset' && command !== 'POST /advance') return problem(404, 'There is no such control route.');
  if (request.headers[controlHeader] !== '1') return problem(403, `The header ${controlHeader}: 1 is missing.`);
  if (command === 'POST /reset') {
    controlled.reset();
    return { status: 200, body: statusOf(controlled) };
  }
  const minutes = minutesOf(request.body);
  if (minutes === undefined) return problem(400, 'The body must be {"minutes": n} with n above 0.');
  controlled.clock.advance(minutes * 60_000);
  return { status: 200, body: statusOf(controlled) };
}

/** Where the control route tells what the emulator knows of a document. */
export const descriptionPath = `${controlPath}/documents/{collection}/{id}`;

/** The path comes decoded, so that an ID may hold slashes. */
function answerDescription(path: string, { describe }: Controlled): EmulatedReply {
  const [collection = '', ...id] = path.slice(`${controlPath}/documents/`.length).split('/');
  const detail = describe(collection, id.join('/'));
  return detail === undefined
    ? problem(404, 'The emulator describes no such document.')
    : { status: 200, body: detail };
}

function statusOf({ provider, startedAt, clock, counts }: Controlled): EmulatorStatus {
  return {
    product: emulatorProduct,
    provider: provider.id,
    startedAt: new Date(startedAt).toISOString(),
    now: new Date(clock.now()).toISOString(),
    counts: counts(),
  };
}

/** At most a hundred years: further than that there are no dates. */
function minutesOf(body: Uint8Array): number | undefined {
  try {
    const content = JSON.parse(new TextDecoder('utf-8').decode(body)) as { minutes?: unknown } | null;
    const minutes = content?.minutes;
    return typeof minutes === 'number' && minutes > 0 && minutes <= 100 * 365 * 24 * 60 ? minutes : undefined;
  } catch {
    // Not JSON: answered like any other value that is not a number of minutes.
    return undefined;
  }
}

function problem(status: number, message: string): EmulatedReply {
  return { status, body: { message } };
}
