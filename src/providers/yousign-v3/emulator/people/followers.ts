import { refuse } from '../../failures';
import { trialLimits } from '../../limits';
import { requestAt } from '../records';
import type { Follower, Handlers } from '../state';

const mostFollowers = 100;

export const followerHandlers: Pick<Handlers, 'listFollowers' | 'createFollowers'> = {
  listFollowers: ({ state, values: { path }, tools }) => {
    const request = requestAt(state, path, tools.now());
    return 'failure' in request ? request : { status: 200, body: { data: request.followers.map(viewFollower) } };
  },
  createFollowers: ({ state, values: { path, body }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const count = request.followers.length + body.length;
    if (count > mostFollowers) return refuse('followers-too-many');
    if (count > trialLimits.people && tools.isOn('trial')) return refuse('trial-limit');
    request.followers.push(...body);
    return { status: 201, body: body.map(viewFollower) };
  },
};

function viewFollower({ email, locale }: Follower) {
  return { email, locale, follower_link: null };
}
