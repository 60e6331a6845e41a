import { defineRule, type Finding, type Sketch } from '../../../../core/operation';
import { firstByKey } from '../../../../kit/firstByKey';
import { type PackageFacts, type SignerFacts, titleOf } from '../../facts';
import type { rolePath } from '../fields';
import { languageIsListed } from '../languageRule';
import { isModifiable, takenId } from '../packages/packageRules';
import type { role, SignerInput } from './roleFields';

/** Rules that adding and updating a role share; only an update has the ID of a role in its path. */
interface RoleRequest {
  readonly path: typeof rolePath;
  readonly body: typeof role;
}
const rule = defineRule<RoleRequest, PackageFacts>;

type SignerSketch = Sketch<SignerInput>;

const ownRules = [
  rule({
    failure: 'sms-without-phone',
    statement: 'A signer who is notified by SMS has a phone number.',
    check: ({ path, body }, facts) => {
      const stored = storedSigners(path?.roleId, facts);
      return eachSigner(body?.signers, (signer, pointer, index) => {
        if (signer.notificationMethods?.primary?.includes('SMS') !== true || signer.phone) return [];
        const known = path?.roleId === undefined ? '' : stored(signer, index)?.phone;
        // Until the package was fetched, an update may rely on a number that is there already.
        if (known !== '') return [];
        return [{ pointer: `${pointer}/phone`, message: 'Notification by SMS needs a phone number.' }];
      });
    },
  }),
  rule({
    failure: 'challenge-without-question',
    statement: 'A verification step of type Challenge has a question.',
    check: ({ body }) =>
      eachSigner(body?.signers, ({ auth }, pointer) =>
        (auth?.qasms ?? []).flatMap((step, index) =>
          step?.challengeType === 'Challenge' && !step.question
            ? [{ pointer: `${pointer}/auth/qasms/${index}/question`, message: 'A challenge needs a question.' }]
            : [],
        ),
      ),
  }),
  rule({
    failure: 'qasms-incomplete',
    statement: 'Question and SMS code together need at least one step of each kind.',
    severity: 'warning',
    check: ({ body }) =>
      eachSigner(body?.signers, ({ auth }, pointer) => {
        const kinds = (auth?.qasms ?? []).map((step) => step?.challengeType);
        const isComplete = kinds.includes('Challenge') && kinds.includes('SMS');
        return auth?.scheme !== 'QASMS' || isComplete
          ? []
          : [{ pointer: `${pointer}/auth/qasms`, message: 'QASMS needs at least one challenge and one SMS step.' }];
      }),
  }),
  rule({
    failure: 'email-doubtful',
    statement: 'E-mail addresses of signers look like addresses.',
    severity: 'warning',
    check: ({ body }) =>
      eachSigner(body?.signers, ({ email }, pointer) =>
        email === undefined || /^[^\s@]+@[^\s@]+$/.test(email)
          ? []
          : [{ pointer: `${pointer}/email`, message: 'This does not look like an e-mail address.' }],
      ),
  }),
  rule({
    failure: 'signer-duplicate',
    statement: 'Signers of a package who share an e-mail address differ in first or last name.',
    severity: 'warning',
    check: ({ path, body }, facts) => {
      const others = (facts?.roles ?? []).filter(({ id }) => id !== path?.roleId).flatMap(({ signers }) => signers);
      const known = new Set(others.flatMap(personKeys));
      return eachSigner(body?.signers, (signer, pointer) =>
        signer.email && known.has(personKey(signer))
          ? [{ pointer: `${pointer}/email`, message: 'Another role has a signer with this address and name.' }]
          : [],
      );
    },
  }),
  rule({
    failure: 'role-id-taken',
    statement: 'The ID of a role is unique in its package.',
    severity: 'warning',
    check: ({ path, body }, facts) => {
      const isTaken = facts?.roles.some(({ id }) => id === body?.id && id !== path?.roleId) ?? false;
      return isTaken ? [takenId('/body/id', 'Another role of the package has this ID.')] : [];
    },
  }),
];

export const roleRules = [...ownRules, languageIsListed, isModifiable];

/** Failures of these rules but for the role's ID, in the order of the reference page. */
export const roleFailures = [
  'sms-without-phone',
  'challenge-without-question',
  'qasms-incomplete',
  'email-doubtful',
  'signer-duplicate',
  'language-unlisted',
  'package-not-modifiable',
];

/** The roles of a package, to choose one from. */
export function suggestRolesAt(pointer: string) {
  return ({ roles }: PackageFacts) => ({
    [pointer]: roles.map((item) => ({ value: item.id, label: titleOf(item), description: item.name })),
  });
}

/** An update merges its signers into those that are there, by ID or by place. */
function storedSigners(
  roleId: string | undefined,
  facts: PackageFacts | undefined,
): (signer: SignerSketch, index: number) => SignerFacts | undefined {
  const stored = facts?.roles.find((candidate) => candidate.id === roleId)?.signers ?? [];
  const byId = firstByKey(stored, ({ id }) => id);
  return ({ id }, index) => (id === undefined ? undefined : byId.get(id)) ?? stored[index];
}

function eachSigner(
  signers: readonly (SignerSketch | undefined)[] | undefined,
  check: (signer: SignerSketch, pointer: string, index: number) => readonly Finding[],
): readonly Finding[] {
  return (signers ?? []).flatMap((signer, index) =>
    signer === undefined ? [] : check(signer, `/body/signers/${index}`, index),
  );
}

type Person = Pick<SignerSketch, 'email' | 'firstName' | 'lastName'>;

/** Whom a known signer is: a name that is left out fits any. */
function personKeys({ email, firstName, lastName }: SignerFacts): readonly string[] {
  const people: readonly Person[] = [
    { email, firstName, lastName },
    { email, firstName },
    { email, lastName },
    { email },
  ];
  return people.map(personKey);
}

function personKey({ email, firstName, lastName }: Person): string {
  return JSON.stringify([email?.toLowerCase(), firstName ?? null, lastName ?? null]);
}
