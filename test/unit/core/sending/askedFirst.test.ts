import assert from 'node:assert/strict';
import type { Credentials } from '../../../../src/core/auth';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import { permit } from '../../../../src/core/sending/asking/permit';
import type { Question } from '../../../../src/core/sending/asking/question';
import type { CredentialsOutcome, DoorPorts } from '../../../../src/core/sending/ports';
import { sendRequest } from '../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, parcelConnection, testPorts } from './parcelProvider';

const entered = { key: 'key-0123456789', user: 'ann' };

const requests: readonly RequestFile[] = [
  {
    operation: 'parcel/invite',
    connection: 'test',
    path: { parcel_id: '{{parcel}}' },
    body: { email: 'ann@example.com' },
  },
  { operation: 'parcel/list', connection: 'test' },
  { operation: 'parcel/get-token', connection: 'test', body: { grant: 'key', key: '{{credentials.key}}' } },
];

const lacks: readonly CredentialsOutcome[] = [
  { kind: 'missing', names: ['key'] },
  { kind: 'unconfirmed', origin: 'https://api.parcel.example' },
];

interface Steps {
  readonly agrees?: boolean;
  readonly enters?: Credentials | undefined;
  readonly ports?: Partial<DoorPorts>;
  /** Nobody is there who could enter credentials. */
  readonly isAlone?: boolean;
}

/** What happened, in order. */
async function stepsOf(
  request: RequestFile,
  credentials: CredentialsOutcome,
  { agrees, enters, ports, isAlone = false }: Steps,
) {
  const steps: string[] = [];
  const answer = (name: string, body: unknown) => () => {
    steps.push(name);
    return jsonReply(200, body);
  };
  const answers = {
    'POST /token': answer('token', { access_token: 'token-abcdefgh', expires_in: 3600 }),
    'POST /api/parcels/p-1/invites': answer('request', { id: 'i' }),
    'GET /api/parcels': answer('request', []),
  };
  const run = await sendRequest(
    testPorts(answers, {
      credentials: async () => credentials,
      ask: async () => {
        steps.push('question');
        return agrees ?? true;
      },
      ...(!isAlone && {
        enterCredentials: async () => {
          steps.push('credentials');
          return enters;
        },
      }),
      ...ports,
    }),
    request,
    { cause: 'form' },
  );
  const { outcome } = run;
  return [...steps, outcome.kind === 'failed' ? outcome.problem.kind : outcome.kind];
}

describe('The question before sending', () => {
  for (const request of requests) {
    const arrives = request.operation === 'parcel/get-token' ? ['token'] : ['token', 'request'];
    for (const lack of lacks) {
      const name = `${request.operation}, credentials ${lack.kind}`;
      it(`comes before credentials are asked for: ${name}`, async () => {
        assert.deepEqual(await stepsOf(request, lack, { agrees: false, enters: entered }), ['question', 'declined']);
        const refused = lack.kind === 'missing' ? 'missingCredentials' : 'unconfirmedOrigin';
        assert.deepEqual(await stepsOf(request, lack, {}), ['question', 'credentials', refused]);
        assert.deepEqual(await stepsOf(request, lack, { enters: entered }), [
          'question',
          'credentials',
          ...arrives,
          'replied',
        ]);
      });

      it(`is not put where nobody can enter what is missing: ${name}`, async () => {
        const [first] = await stepsOf(request, lack, { isAlone: true });
        assert.match(first ?? '', /^(?:missingCredentials|unconfirmedOrigin)$/);
      });
    }
  }

  it('comes before a credential is asked for that another kind of credentials has', async () => {
    const other = { kind: 'found', credentials: { user: 'ann' } } as const;
    const [, , tokenCall] = requests;
    assert.ok(tokenCall);
    assert.deepEqual(await stepsOf(tokenCall, other, { agrees: false, enters: entered }), ['question', 'declined']);
    assert.deepEqual(await stepsOf(tokenCall, other, { enters: entered }), [
      'question',
      'credentials',
      'token',
      'replied',
    ]);
  });

  it('is put about nothing that cannot be sent anyway, and neither are credentials asked for', async () => {
    const [invite] = requests;
    const [lack] = lacks;
    assert.ok(invite && lack);
    const unknown = { ...invite, body: { email: '{{nobody}}' } };
    assert.deepEqual(await stepsOf(unknown, lack, { enters: entered }), ['unknownVariable']);
    const variables = { parcel: 'p-1', mail: 'no address' };
    const connection = async () => ({ ...parcelConnection, variables });
    const wrong = { ...invite, body: { email: '{{mail}}' } };
    assert.deepEqual(await stepsOf(wrong, lack, { enters: entered, ports: { connection } }), ['invalidRequest']);
    const upload = { operation: 'parcel/upload', connection: 'test', body: { file: 'gone.pdf' } };
    assert.deepEqual(await stepsOf(upload, lack, { enters: entered }), ['unreadableFile']);
  });

  it('is put again only when it asks more than was agreed to', async () => {
    const operation = parcel.operations.find(({ id }) => id === 'parcel/invite');
    assert.ok(operation);
    const asked: Question[] = [];
    const ports = testPorts({}, { ask: async (question) => asked.push(question) > 0 });
    const policy = { ...ports.policy, allowedRecipients: ['example.com'] };
    const target = { provider: parcel, operation, connection: parcelConnection };
    const ask = (email: string, agreed?: Question) =>
      permit({ ...ports, policy }, target, { values: { body: { email } }, origin: { cause: 'form' }, agreed });
    const first = await ask('eve@elsewhere.example');
    assert.ok(first.kind === 'permitted');
    await ask('eve@elsewhere.example', first.agreed);
    assert.equal(asked.length, 1);
    await ask('mallory@elsewhere.example', first.agreed);
    assert.deepEqual(asked[1]?.reasons, [{ kind: 'notAllowed', recipients: ['mallory@elsewhere.example'] }]);
  });
});
