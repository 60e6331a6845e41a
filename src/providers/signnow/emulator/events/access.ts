import type { EmulatorDefinition } from '../../../../core/emulation';
import type { Headers } from '../../../../core/http';
import type { State } from '../state';

type Access = Pick<EmulatorDefinition<State>, 'credentials' | 'accounts' | 'authenticate'>;

/** The older calls of event subscriptions take either authorization: clients send the one, descriptions name the other. */
export function eitherAtEvents(access: Access): Access {
  return {
    ...access,
    authenticate: (request, operation, state, tools) => {
      const isEither = operation.path.startsWith('/api/v2/events');
      const authorization = isEither ? authorizationOf(request.headers) : operation.authorization;
      return access.authenticate(request, { ...operation, ...(authorization && { authorization }) }, state, tools);
    },
  };
}

function authorizationOf({ authorization = '' }: Headers): 'client' | 'token' {
  return /^Basic\s/i.test(authorization) ? 'client' : 'token';
}
