import type { CallbackReply } from '../../operations/callbacks/callbacks';
import { oneSpan } from '../../operations/oneSpan';
import type { Handlers } from '../state';

/** Before anything is registered. */
const noCallback: CallbackReply = { url: '', key: null, events: [] };

export const callbackHandlers: Pick<Handlers, 'setCallback' | 'getCallback' | 'registerCallback'> = {
  setCallback: ({ state, values: { body }, dialect }) => {
    const { url = '', key = null, events = [], ...rest } = body;
    const callback: CallbackReply = { ...rest, url, key, events };
    state.callback = callback;
    return { status: 200, body: dialect === oneSpan ? callback : { count: 1, results: [callback] } };
  },
  getCallback: ({ state }) => ({ status: 200, body: state.callback ?? noCallback }),
  registerCallback: ({ state, values: { body } }) => {
    state.registered = body.callbackUrl === '' ? undefined : body;
    return { status: 200, body };
  },
};
