import { refuse } from '../failures';
import type { Handlers } from './handlers';

export const userHandlers: Pick<Handlers, 'listUsers' | 'getUser'> = {
  listUsers: ({ state }) => ({ status: 200, body: [...state.users.values()] }),
  getUser: ({ state, values: { path } }) => {
    const user = state.users.get(`/users/${path.id}`);
    return user ? { status: 200, body: user } : refuse('user-not-found');
  },
};
