import { fullName } from '../../../kit/fullName';
import { refuse } from '../failures';
import type { UserReply } from '../operations/replies';
import type { Handlers } from './state';

export const workspace = { id: '/workspaces/0f5a7c21-3d84-4e6b-9b1f-5a2c7e904d38', name: 'Demo workspace' } as const;

const group = {
  id: '/user_groups/4f3ef3ac-d234-4abf-8dc9-4c7f37d34402',
  name: 'Administrators',
  permissions: ['procedure_write', 'sign', 'workspace', 'user', 'api_key'],
};

export const owner = user('c7d2f9a1-6b35-4e08-8f4d-1a9e3b7c5d20', 'Dana', 'Owner', 'owner@example.com', '+33611223344');

/** The second has the ID that the documentation prints. */
export const users: readonly UserReply[] = [
  owner,
  user('XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX', 'Ursula', 'User', 'ursula.user@example.com', '+33655667788'),
];

export const userHandlers = {
  listUsers: ({ state }) => ({ status: 200, body: [...state.users.values()] }),
  getUser: ({ state, values: { path } }) => {
    const user = state.users.get(`/users/${path.id}`);
    return user ? { status: 200, body: user } : refuse('user-not-found');
  },
} satisfies Partial<Handlers>;

function user(uuid: string, firstName: string, lastName: string, email: string, phone: string): UserReply {
  return userOf(`/users/${uuid}`, { firstName, lastName, email, phone });
}

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
}

export function userOf(id: string, { firstName, lastName, email, phone }: Person): UserReply {
  return {
    id,
    firstname: firstName,
    lastname: lastName,
    email,
    title: null,
    phone,
    status: 'activated',
    organization: '/organizations/b7599d85-4076-4752-94fb-8fbe10147e60',
    workspaces: [workspace],
    permission: 'ROLE_ADMIN',
    group,
    createdAt: '2018-11-05T09:12:44+01:00',
    updatedAt: '2018-11-05T09:12:44+01:00',
    deleted: false,
    deletedAt: null,
    config: [],
    inweboUserRequest: null,
    samlNameId: null,
    defaultSignImage: null,
    notifications: { procedure: true },
    fastSign: false,
    fullName: fullName(firstName, lastName),
  };
}
