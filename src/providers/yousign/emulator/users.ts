import { refuse } from '../failures';
import type { Handlers } from './state';

export const userHandlers = {
  listUsers: ({ state }) => ({ status: 200, body: [...state.users.values()] }),
  getUser: ({ state, values: { path } }) => {
    const user = state.users.get(`/users/${path.id}`);
    return user ? { status: 200, body: user } : refuse('user-not-found');
  },
} satisfies Partial<Handlers>;
