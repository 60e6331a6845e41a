import type { CallbackReply } from '../../operations/callbacks/callbacks';
import { oneSpan } from '../../operations/oneSpan';
import type { Handlers } from '../state';
import { callbackSubscription, registeredSubscription } from './callbacks';

/** Before anything is registered. */
const noCallback: CallbackReply = { url: '', key: null, events: [] };

export const callbackHandlers: Pick<Handlers, 'setCallback' | 'getCallback' | 'registerCallback'> = {
  setCallback: ({ state, values: { body }, dialect, tools }) => {
    const { url = '', key = null, events = [], ...rest } = body;
    const callback: CallbackReply = { ...rest, url, key, events };
    state.callback = callback;
    const reason = url === '' ? 'No callback is registered any more.' : 'The callback is not told of this any more.';
    tools.withdraw(callbackSubscription, reason, (event) => url === '' || !events.some((one) => one === event));
    return { status: 200, body: dialect === oneSpan ? callback : { count: 1, results: [callback] } };
  },
  getCallback: ({ state }) => ({ status: 200, body: state.callback ?? noCallback }),
  registerCallback: ({ state, values: { body }, tools }) => {
    state.registered = body.callbackUrl === '' ? undefined : body;
    if (body.callbackUrl === '') tools.withdraw(registeredSubscription, 'No callback is registered any more.');
    return { status: 200, body };
  },
};
