import { isWebAddress } from '../core/addresses/webAddress';
import type { EmulatedQuery, EmulatedReply, EmulatedRequest } from '../core/emulation';
import { shortened } from '../core/quoting/shortened';
import { controlHeader } from './controlHeader';
import { bodyObject, controlProblem } from './controlling/bodies';
import type { Controlled } from './controlling/controlled';
import { answerAct, signCommand } from './controlling/signerAct';
import type { EmulatorCounts } from './counts';
import { readDisturbance } from './deliveries/disturbances';
import { readFault } from './faults/readFault';
import { inspectorPage } from './inspector/inspectorPage';
import { lastDate } from './lastDate';
import type { SwitchStatus } from './switches';
import { type WorldControls, type WorldProblem, worldProblemText } from './worlds';

/** What the control route says about an emulator; `product` tells it from anything else on the port. */
export interface EmulatorStatus {
  readonly product: typeof emulatorProduct;
  readonly provider: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** ISO 8601, by the emulator's own clock. */
  readonly now: string;
  readonly counts: EmulatorCounts;
  /** What can be turned on here; not there where nothing can. */
  readonly switches?: readonly SwitchStatus[];
}

export const emulatorProduct = 'E-Sign Workbench emulator';
export const controlPath = '/__emulator';
/** Answered by every server, whatever it serves, and by each emulator. */
export const healthPath = `${controlPath}/health`;

export function isControlPath(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`);
}

/** Of those that are served at an address. */
export function healthOf(providers: readonly string[]): object {
  return { status: 'ok', product: emulatorProduct, providers };
}

export function answerControl(request: EmulatedRequest, controlled: Controlled): EmulatedReply {
  const command = `${request.method} ${request.path.slice(controlPath.length)}`;
  const reading = Object.hasOwn(readings, command) ? readings[command] : undefined;
  if (reading !== undefined) return { status: 200, body: reading(controlled, request) };
  if (command === 'GET /inspector') return inspectorPage(controlled.provider.title, controlled.nonce());
  if (command.startsWith('GET /documents/')) return answerDescription(request.path, controlled);
  if (command.startsWith('GET /requests/')) return answerLogged(request.path, controlled);
  const change = Object.hasOwn(changes, command) ? changes[command] : undefined;
  if (change === undefined && command !== signCommand) return controlProblem(404, 'There is no such control route.');
  if (request.headers[controlHeader] !== '1') return controlProblem(403, `The header ${controlHeader}: 1 is missing.`);
  if (change === undefined) return answerAct(controlled, request.body);
  const fault = change(controlled, request.body);
  return fault === undefined ? { status: 200, body: statusOf(controlled) } : controlProblem(400, fault);
}

/** What each command tells. */
const readings: Readonly<Record<string, (controlled: Controlled, request: EmulatedRequest) => unknown>> = {
  'GET ': statusOf,
  'GET /health': ({ provider }) => healthOf([provider.id]),
  'GET /signers': ({ signers }) => ({ signers: signers() }),
  'GET /deliveries': ({ deliveries }, { query }) => ({
    deliveries: deliveries({
      to: lastOf(query['to']),
      document: lastOf(query['document']),
      state: lastOf(query['state']),
    }),
  }),
  'GET /state': ({ documents }, { query }) => ({ documents: documents(lastOf(query['document'])) }),
  'GET /faults': ({ faults }) => ({ faults: faults.list() }),
  'GET /requests': ({ log }, { query }) => ({
    requests: log.list(Number(lastOf(query['after']) ?? 0) || 0),
    keepsBodies: log.keepsBodies,
    newest: log.newest,
    forgotten: log.forgotten,
  }),
  'GET /snapshot': ({ snapshot }) => snapshot(),
  'GET /worlds': ({ worlds }) => ({ worlds: worlds?.list() ?? [] }),
};

/** What each command changes, and why it cannot. */
const changes: Readonly<Record<string, (controlled: Controlled, body: Uint8Array) => string | undefined>> = {
  'POST /reset': ({ reset }) => {
    reset();
    return undefined;
  },
  'POST /snapshot': ({ restore }, body) => restore(bodyObject(body)),
  'POST /deliveries/again': ({ sendAgain }, body) => {
    const { id } = bodyObject(body);
    if (typeof id !== 'string' || id === '')
      return 'The body must be {"id": "…"} with the id of a webhook of the deliveries.';
    return sendAgain(id) ? undefined : `There is no webhook "${shortened(id)}" among the deliveries.`;
  },
  'POST /webhooks/disturbances': ({ disturb }, body) => {
    const disturbance = readDisturbance(bodyObject(body));
    if (typeof disturbance === 'string') return disturbance;
    disturb(disturbance);
    return undefined;
  },
  'POST /webhooks/address': ({ registerVendorWebhook }, body) => {
    if (registerVendorWebhook === undefined) return 'This API registers webhooks by its own calls.';
    const { url } = bodyObject(body);
    if (url !== null && (typeof url !== 'string' || !isWebAddress(url)))
      return 'The body must be {"url": "http…"}, or {"url": null} for none.';
    registerVendorWebhook(url ?? undefined);
    return undefined;
  },
  'POST /advance': ({ clock, advance }, body) => {
    const minutes = minutesOf(body);
    if (minutes === undefined)
      return 'The body must be {"minutes": n} with n above 0, and at most a hundred years of them.';
    if (clock.now() + minutes * 60_000 > lastDate)
      return 'The clock goes no further than the year 9999: reset it first.';
    advance(minutes * 60_000);
    return undefined;
  },
  'POST /clock': ({ runClock }, body) => {
    const { speed } = bodyObject(body);
    if (typeof speed !== 'number' || !(speed >= 1 && speed <= mostSpeed))
      return `The body must be {"speed": n} with n from 1 to ${mostSpeed}.`;
    runClock(speed);
    return undefined;
  },
  'POST /mode': ({ mode }, body) => {
    const { strict } = bodyObject(body);
    if (typeof strict !== 'boolean') return 'The body must be {"strict": true} or {"strict": false}.';
    mode.isStrict = strict;
    return undefined;
  },
  'POST /requests/bodies': ({ log }, body) => {
    const { keep } = bodyObject(body);
    if (typeof keep !== 'boolean') return 'The body must be {"keep": true} or {"keep": false}.';
    log.keepBodies(keep);
    return undefined;
  },
  'POST /faults/clear': ({ faults }) => {
    faults.clear();
    return undefined;
  },
  'POST /faults': ({ faults }, body) => {
    const fault = readFault(bodyObject(body));
    return typeof fault === 'string' ? fault : faults.add(fault);
  },
  'POST /worlds': ({ worlds }, body) => changeWorld(worlds, body, (all, name) => all.create(name)),
  'POST /worlds/drop': ({ worlds }, body) =>
    changeWorld(worlds, body, (all, name) => (all.drop(name) ? undefined : `There is no world "${shortened(name)}".`)),
  'POST /switches': ({ switches }, body) => {
    const wanted = switchesOf(body);
    if (wanted === undefined) return 'The body must name switches, each true or false.';
    const unknown = switches.turn(wanted);
    if (unknown.length === 0) return undefined;
    const known = switches.list().map(({ name }) => `"${name}"`);
    const names = unknown.map((name) => `"${shortened(name)}"`).join(', ');
    return `There is no switch ${names} here. ${known.length === 0 ? 'There are none.' : `Known: ${known.join(', ')}.`}`;
  },
};

function changeWorld(
  worlds: WorldControls | undefined,
  body: Uint8Array,
  change: (worlds: WorldControls, name: string) => WorldProblem | string | undefined,
): string | undefined {
  const { name } = bodyObject(body);
  if (worlds === undefined) return 'There are no worlds here.';
  if (typeof name !== 'string') return 'The body must be {"name": "…"} with the name of a world.';
  const problem = change(worlds, name);
  return problem === 'name' || problem === 'full' ? worldProblemText(problem) : problem;
}

/** Where the control route tells what the emulator knows of a document. */
export const descriptionPath = `${controlPath}/documents/{collection}/{id}`;

/** Where it tells of all documents. */
export const statePath = `${controlPath}/state`;

/** Where its state is had and put back. */
export const snapshotPath = `${controlPath}/snapshot`;

/** The path comes decoded, so that an ID may hold slashes. */
function answerDescription(path: string, { describe }: Controlled): EmulatedReply {
  const [collection = '', ...id] = path.slice(`${controlPath}/documents/`.length).split('/');
  const detail = describe(collection, id.join('/'));
  return detail === undefined
    ? controlProblem(404, 'The emulator describes no such document.')
    : { status: 200, body: detail };
}

function answerLogged(path: string, { log, logged }: Controlled): EmulatedReply {
  const content = logged(Number(path.slice(`${controlPath}/requests/`.length)));
  if (content !== undefined) return { status: 200, body: content };
  const advice = log.keepsBodies
    ? 'There is no such request among the newest, or too much came since.'
    : 'Turn it on, with --log-bodies or POST /__emulator/requests/bodies {"keep": true}, and send the request again.';
  return controlProblem(404, `Headers and bodies of this request are not kept. ${advice}`);
}

function statusOf({ provider, startedAt, clock, counts, switches }: Controlled): EmulatorStatus {
  const list = switches.list();
  return {
    product: emulatorProduct,
    provider: provider.id,
    startedAt: new Date(startedAt).toISOString(),
    now: new Date(clock.now()).toISOString(),
    counts: counts(),
    ...(list.length > 0 && { switches: list }),
  };
}

/** A day in less than a second. */
export const mostSpeed = 100_000;

/** At most a hundred years. */
function minutesOf(body: Uint8Array): number | undefined {
  const { minutes } = bodyObject(body);
  return typeof minutes === 'number' && minutes > 0 && minutes <= 100 * 365 * 24 * 60 ? minutes : undefined;
}

function switchesOf(body: Uint8Array): Readonly<Record<string, boolean>> | undefined {
  const entries = Object.entries(bodyObject(body));
  const wanted = entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return entries.length > 0 && wanted.length === entries.length ? Object.fromEntries(wanted) : undefined;
}

/** Of a name that stands twice the last counts. */
function lastOf(value: EmulatedQuery[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.at(-1);
}
