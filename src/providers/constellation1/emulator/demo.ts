import type { EmulatorTools } from '../../../core/emulation';
import { type SessionStatus, type SignerStatus, sessionStatus, signerStatus } from '../codes';
import { demoAccount } from './account';
import { newSession, newSigner } from './sessions';
import { type EmulatedSession, newState, type State } from './state';

interface DemoSigner {
  readonly first: string;
  readonly last: string;
  readonly role: string;
  readonly status: SignerStatus;
  readonly reason?: string;
}

interface DemoSession {
  readonly status: SessionStatus;
  readonly title: string;
  readonly signers: readonly DemoSigner[];
}

const { pending, invited, inProgress, completed, cancelled, declined, delegated, authenticationFailed } = signerStatus;

const sally = (status: SignerStatus): DemoSigner => ({ first: 'Sally', last: 'Hill', role: 'Seller 1', status });
const ben = (status: SignerStatus): DemoSigner => ({ first: 'Ben', last: 'Okafor', role: 'Buyer 1', status });

/** One in each status. The signer of the documentation's sample is the first of the one that was sent. */
const demoSessions: readonly DemoSession[] = [
  { status: sessionStatus.draft, title: 'Listing agreement', signers: [sally(pending), ben(pending)] },
  {
    status: sessionStatus.sent,
    title: 'Purchase agreement',
    signers: [
      { first: 'Ann', last: 'Lee', role: 'Buyer 2', status: pending },
      ben(invited),
      sally(completed),
      { first: 'Carla', last: 'Ruiz', role: 'Seller 2', status: inProgress },
    ],
  },
  { status: sessionStatus.completed, title: 'Disclosure form', signers: [sally(completed), ben(completed)] },
  { status: sessionStatus.cancelled, title: 'Counter offer', signers: [sally(completed), ben(cancelled)] },
  { status: sessionStatus.deleted, title: 'Old draft', signers: [ben(pending)] },
  {
    status: sessionStatus.paused,
    title: 'Lease',
    signers: [ben(invited), { first: 'Dev', last: 'Patel', role: 'Tenant 1', status: authenticationFailed }],
  },
  {
    status: sessionStatus.expired,
    title: 'Offer',
    signers: [
      { first: 'Eve', last: 'Stone', role: 'Buyer 1', status: declined, reason: 'The price is too high.' },
      sally(delegated),
    ],
  },
];

/** Constant, so that a request keeps its meaning when the emulator is reset: the last digit is the status. */
export const demoSessionIds: readonly string[] = demoSessions.map(({ status }) => sessionIdOf(status));

export function createDemoState(tools: EmulatorTools): State {
  const sessions = demoSessions.map((demo) => makeSession(demo, tools));
  const state = newState(tools);
  for (const session of sessions) state.sessions.set(session.id, session);
  return state;
}

function sessionIdOf(status: SessionStatus): string {
  return `5e551011-0000-4000-8000-00000000000${status}`;
}

function makeSession({ status, title, signers }: DemoSession, tools: EmulatorTools): EmulatedSession {
  const info = {
    Title: title,
    TransactionId: 'TX-2031',
    UseSequence: 0,
    ReturnURL: 'https://example.com/back',
  } as const;
  const document = { FileName: `${title}.docx`, FormId: 'template' };
  const session = newSession(
    { id: sessionIdOf(status), owner: demoAccount },
    { SessionInfo: info, Documents: [document] },
    tools,
  );
  session.status = status;
  for (const [index, demo] of signers.entries()) {
    const signer = newSigner(
      {
        SignerId: `516e0000-0000-4000-8000-0000000000${status}${index + 1}`,
        FirstName: demo.first,
        LastName: demo.last,
        EmailAddress: `${demo.first.toLowerCase()}@example.com`,
        SignerRole: demo.role,
        Sequence: index,
      },
      tools,
    );
    signer.status = demo.status;
    signer.declinedReason = demo.reason ?? '';
    session.signers.push(signer);
  }
  return session;
}
