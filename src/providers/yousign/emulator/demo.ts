import type { EmulatorTools } from '../../../core/emulation';
import { keysOf } from '../../../core/typing/keysOf';
import { demoAccounts } from './account';
import {
  type EmulatedFile,
  type EmulatedFileObject,
  type EmulatedMember,
  type EmulatedProcedure,
  type MemberStatus,
  newStores,
  type ProcedureStatus,
  type State,
} from './state';
import { owner, users } from './users';

/** What the documentation prints in place of every UUID: with these its examples work as they stand. */
const placeholder = 'XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX';

/** Constant, so that a request keeps its meaning when the emulator is reset. */
export const demoIds = {
  documented: `/procedures/${placeholder}`,
  draft: '/procedures/5d0a2f6e-8b1c-4d7e-9a3f-2c4b6d8e0f11',
  active: '/procedures/6e1b3a7f-9c2d-4e8f-8b40-3d5c7e9f1a22',
  ordered: '/procedures/7f2c4b80-ad3e-4f90-9c51-4e6d8f0a2b33',
  finished: '/procedures/803d5c91-be4f-40a1-8d62-5f7e901b3c44',
  expired: '/procedures/914e6da2-cf50-41b2-9e73-608fa12c4d55',
  refused: '/procedures/a25f7eb3-d061-42c3-8f84-7190b23d5e66',
  template: '/procedures/b3608fc4-e172-43d4-9095-82a1c34e6f77',
  broken: '/procedures/c47190d5-f283-44e5-81a6-93b2d45f7088',
} as const;

interface Signer {
  readonly status: MemberStatus;
  readonly comment?: string;
}

interface Outline {
  readonly name: string;
  readonly status: ProcedureStatus;
  readonly signers?: readonly Signer[];
  readonly ordered?: boolean;
  readonly expiresAt?: string;
  readonly template?: boolean;
  readonly isBroken?: boolean;
}

const pending: Signer = { status: 'pending' };
const done: Signer = { status: 'done' };

const outlines: Readonly<Record<keyof typeof demoIds, Outline>> = {
  documented: { name: 'My first procedure', status: 'draft' },
  draft: { name: 'Lease agreement', status: 'draft', signers: [pending, pending] },
  active: { name: 'Partnership agreement', status: 'active', signers: [done, { status: 'processing' }, pending] },
  ordered: { name: 'Employment contract', status: 'active', ordered: true, signers: [pending, pending] },
  finished: { name: 'Order form', status: 'finished', signers: [done, done] },
  expired: { name: 'Offer', status: 'expired', expiresAt: '2024-01-31T00:00:00+01:00', signers: [pending] },
  refused: {
    name: 'Non-disclosure agreement',
    status: 'refused',
    signers: [done, { status: 'refused', comment: 'Clause 4 is not what we agreed on.' }],
  },
  template: { name: 'Template: mandate', status: 'draft', template: true, signers: [pending] },
  broken: { name: 'Broken procedure', status: 'draft', isBroken: true },
};

const demoUi = {
  id: `/signature_uis/${placeholder}`,
  settings: {
    name: 'Website contracts',
    redirectSuccess: { url: 'https://example.com/signed', target: '_top', auto: true },
    redirectCancel: { url: 'https://example.com/refused', target: '_top', auto: true },
  },
} as const;

const demoLabel = {
  id: `/signature_ui_labels/${placeholder}`,
  name: 'sign_button',
  languages: { en: 'Sign here', fr: 'Signez ici' },
  signatureUi: demoUi.id,
} as const;

export function createDemoState({ now }: EmulatorTools): State {
  const at = now();
  const state: State = {
    ...newStores(),
    accounts: demoAccounts(),
    users: new Map(users.map((user) => [user.id, user])),
    signatureUis: new Map([[demoUi.id, { ...demoUi, creator: owner.id, createdAt: at, updatedAt: at }]]),
    signatureUiLabels: new Map([[demoLabel.id, { ...demoLabel, creator: owner.id, createdAt: at, updatedAt: at }]]),
  };
  for (const [index, key] of keysOf(outlines).entries()) {
    addProcedure(state, demoIds[key], index, outlines[key], at);
  }
  return state;
}

function addProcedure(state: State, id: string, index: number, outline: Outline, at: number): void {
  const { name, status, ordered = false, expiresAt, signers = [] } = outline;
  const isOver = status === 'finished' || status === 'refused';
  const procedure: EmulatedProcedure = {
    id,
    creator: owner,
    settings: { name, description: `${name}, for trying things out`, ordered, ...(expiresAt && { expiresAt }) },
    status,
    template: outline.template ?? false,
    parent: null,
    createdAt: at,
    updatedAt: at,
    finishedAt: isOver ? at : undefined,
    isBroken: outline.isBroken ?? false,
  };
  state.procedures.set(id, procedure);
  if (signers.length === 0) return;
  const file = demoFile(id, index, name, at);
  state.files.set(file.id, file);
  for (const [place, signer] of signers.entries()) {
    const member = demoMember(id, index, place, signer, at);
    const one = demoFileObject(file.id, member.id, index, place, at);
    state.members.set(member.id, member);
    state.fileObjects.set(one.id, one);
  }
}

const people = [
  ['John', 'Doe', 'john.doe@example.com', '+33612345678'],
  ['Jane', 'Roe', 'jane.roe@example.com', '+33698765432'],
  ['Alex', 'Green', 'alex.green@example.com', '+33623456789'],
] as const;

function demoMember(procedure: string, index: number, place: number, signer: Signer, at: number): EmulatedMember {
  const [firstname, lastname, email, phone] = people[place] ?? people[0];
  return {
    id: `/members/${demoUuid('a', index, place)}`,
    procedure,
    settings: { firstname, lastname, email, phone, position: place + 1 },
    status: signer.status,
    comment: signer.comment ?? null,
    createdAt: at,
    updatedAt: at,
    finishedAt: signer.status === 'done' ? at : undefined,
  };
}

function demoFile(procedure: string, index: number, name: string, at: number): EmulatedFile {
  return {
    id: `/files/${demoUuid('b', index, 0)}`,
    name: `${name}.pdf`,
    type: 'signable',
    content: btoa(`%PDF-1.4\n% ${name}, made up by the emulator\n%%EOF\n`),
    procedure,
    description: null,
    isProtected: false,
    parent: null,
    metadata: undefined,
    position: 0,
    sha256: 'bb57ae2b2ca6ad0133a699350d1a6f6c8cdfde3cf872cf526585d306e4675cc2',
    createdAt: at,
    updatedAt: at,
  };
}

function demoFileObject(file: string, member: string, index: number, place: number, at: number): EmulatedFileObject {
  const lower = 499 - place * 120;
  return {
    id: `/file_objects/${demoUuid('c', index, place)}`,
    file,
    member,
    placement: { page: 2, position: `230,${lower},464,${lower + 90}`, mention: 'Read and approved' },
    createdAt: at,
    updatedAt: at,
  };
}

/** The first member and file of the draft have the IDs that the documentation prints. */
function demoUuid(kind: 'a' | 'b' | 'c', index: number, place: number): string {
  if (index === 1 && place === 0) return placeholder;
  return `${kind}${index}${place}e5f60-7181-4293-8a4b-5c6d7e8f9${index}${place}0`;
}
