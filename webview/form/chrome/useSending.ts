import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Issue } from '../../../src/protocol/form';
import type { FormToHost } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import type { Post } from '../../host';
import { readFlag } from '../../reading';
import type { FormSession } from '../state/formSession';
import { useKeptPart } from '../state/useKeptPart';

export interface SendState {
  /** SendState was tried and not done: missing values count as mistakes. */
  readonly asked: boolean;
  /** `anyway`: in spite of what is foreseen to be wrong. */
  readonly send: (anyway: boolean) => void;
}

/**
 * Asks the host to send. The host alone decides, and leads to a problem when it sends nothing: problems that come later,
 * for example because what was sent is there already, are none of this sending. Text that never became a value is known
 * to nobody else, so it stops the sending here.
 */
export function useSending(
  state: Extract<FormState, { kind: 'form' }>,
  problems: readonly Issue[],
  session: FormSession,
  post: Post<FormToHost>,
): SendState {
  const [asked, changeAsked] = useKeptPart('asked', false, readFlag);
  const setAsked = (now: boolean) => changeAsked(() => now);
  const send = (anyway: boolean) => {
    session.flush();
    const [unreadable] = session.unreadable;
    if (unreadable === undefined) {
      // What was held back goes out now: a reply must not stand beside "Not sent".
      if (anyway) setAsked(false);
      return post(anyway ? 'sendAnyway' : 'send', {});
    }
    setAsked(true);
    session.reveal(problems[0]?.pointer ?? unreadable);
  };
  const latest = useRef(send);
  latest.current = send;
  const latestProblems = useRef(problems);
  latestProblems.current = problems;

  useEffect(() => {
    if (state.sending || problems.length === 0) setAsked(false);
  }, [state.sending, problems.length === 0]);
  useEffect(() => {
    // Whoever is led to a problem is told of all of them.
    const led = (target: string) =>
      changeAsked((before) => before || latestProblems.current.some(({ pointer }) => pointer === target));
    return session.onLead(led);
  }, [session]);
  // Ctrl+Enter is a key binding of the editor: handled here as well, it would send twice.
  useEffect(() => session.onSubmit((anyway) => latest.current(anyway)), [session]);
  return { asked, send: useCallback((anyway: boolean) => latest.current(anyway), []) };
}
