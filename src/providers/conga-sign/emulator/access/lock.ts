import type { EmulatorTools } from '../../../../core/emulation';
import type { SigningQuestion } from '../../../../core/recipients/signingVisit';
import { tokenLifetimeMinutes } from '../../operations/tokens/tokenLifetime';
import { tell } from '../events/callbacks';
import type { EmulatedPackage, EmulatedRole, State } from '../state';

/** How many are too many is the account's own setting, which nothing says the default of. */
const mostWrongAnswers = 3;

interface Check {
  readonly question: SigningQuestion;
  readonly answer: string | undefined;
}

/** Why the signer is not let in. What the emulator cannot ask about, such as a credit report, lets everybody in. */
export function heldOf(role: EmulatedRole, now: number): 'locked' | 'challenged' | undefined {
  if (role.body.locked === true) return 'locked';
  return role.access.knownUntil <= now && checksOf(role).length > 0 ? 'challenged' : undefined;
}

export function questionsOf(role: EmulatedRole): readonly SigningQuestion[] {
  return checksOf(role).map(({ question }) => question);
}

/** All answers have to be right, however they are capitalised. */
export function answerChecks(
  state: State,
  { holder, role }: { readonly holder: EmulatedPackage; readonly role: EmulatedRole },
  answers: readonly string[],
  tools: EmulatorTools,
): void {
  const { access } = role;
  const isRight = checksOf(role).every(({ answer }, index) => isSame(answers[index], answer));
  access.wrongAnswers = isRight ? 0 : access.wrongAnswers + 1;
  if (isRight) access.knownUntil = tools.now() + tokenLifetimeMinutes * 60_000;
  if (access.wrongAnswers < mostWrongAnswers) return;
  access.wrongAnswers = 0;
  role.body = { ...role.body, locked: true };
  tell(state, holder, { name: 'SIGNER_LOCKED', sessionUser: signerIdOf(role) }, tools);
}

export function signerIdOf({ body }: EmulatedRole): string {
  return body.signers[0]?.id ?? body.id;
}

/** Sends the code for which the page asks. */
export function sendCode({ id: document }: EmulatedPackage, role: EmulatedRole, tools: EmulatorTools): void {
  const code = String(Number.parseInt(tools.hex(8), 16) % 1_000_000).padStart(6, '0');
  role.access.code = code;
  const to = phoneOf(role);
  if (to !== '') tools.deliver({ channel: 'sms', purpose: 'code', to, document, code });
}

export function phoneOf({ body }: EmulatedRole): string {
  return body.signers[0]?.phone ?? '';
}

export function asksForCode(role: EmulatedRole): boolean {
  const { scheme, qasms } = authOf(role);
  return scheme === 'SMS' || (scheme === 'QASMS' && qasms.some(isSms));
}

function checksOf(role: EmulatedRole): readonly Check[] {
  const { scheme, challenges, qasms } = authOf(role);
  const code: Check = { question: { text: 'Code of the text message', isMasked: false }, answer: role.access.code };
  if (scheme === 'SMS') return [code];
  if (scheme === 'CHALLENGE') return challenges.map(checkOf);
  return scheme === 'QASMS' ? qasms.map((step) => (isSms(step) ? code : checkOf(step))) : [];
}

function authOf({ body }: EmulatedRole) {
  const { scheme = 'NONE', challenges = [], qasms } = body.signers[0]?.auth ?? {};
  return { scheme, challenges, qasms: Array.isArray(qasms) ? qasms.map(stepOf) : [] };
}

interface Step {
  readonly challengeType?: string | undefined;
  readonly question?: string | undefined;
  readonly answer?: string | null | undefined;
  readonly maskInput?: boolean | undefined;
}

/** As the request was checked to have it. */
function stepOf(value: Step): Step {
  return value;
}

function isSms({ challengeType }: Step): boolean {
  return challengeType === 'SMS';
}

function checkOf({ question = '', answer, maskInput = false }: Step): Check {
  return { question: { text: question, isMasked: maskInput }, answer: answer ?? '' };
}

function isSame(given: string | undefined, wanted: string | undefined): boolean {
  return wanted !== undefined && given?.trim().toLowerCase() === wanted.trim().toLowerCase();
}
