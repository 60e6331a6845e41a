import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FormState, Issue } from '../../src/protocol/form';
import type { FormToHost } from '../../src/protocol/messages';
import type { Post } from '../host';
import type { FormSession } from './formSession';

export interface Sending {
  /** Sending was tried and not done: missing values count as mistakes. */
  readonly asked: boolean;
  readonly send: () => void;
}

/** A sending the host has not answered yet. */
interface Attempt {
  readonly values: unknown;
  /** Send brought an edit along: the values will change once. */
  readonly edited: boolean;
  started: boolean;
}

/**
 * Asks the host to send. The host alone decides; the panel only shows the problems it knows when nothing is sent.
 * Text that never became a value is known to nobody else, so it stops the sending here.
 */
export function useSending(
  state: Extract<FormState, { kind: 'form' }>,
  problems: readonly Issue[],
  session: FormSession,
  post: Post<FormToHost>,
): Sending {
  const [asked, setAsked] = useState(false);
  const attempt = useRef<Attempt | undefined>(undefined);
  const refuse = () => {
    attempt.current = undefined;
    setAsked(true);
    const [first] = problems;
    if (first) session.reveal(first.pointer);
  };
  const send = () => {
    const edited = session.flush();
    const readable = session.unreadable.length === 0;
    if (readable) post('send', {});
    if (!readable || (!edited && problems.length > 0)) return refuse();
    attempt.current = { values: state.values, edited, started: false };
  };
  const latest = useRef(send);
  latest.current = send;
  const latestProblems = useRef(problems);
  latestProblems.current = problems;

  useEffect(() => {
    const { current } = attempt;
    if (!current) return;
    if (state.sending) current.started = true;
    else if (problems.length > 0) refuse();
    else if (current.started || (!current.edited && state.values !== current.values)) attempt.current = undefined;
  }, [state]);
  useEffect(() => {
    if (state.sending || problems.length === 0) setAsked(false);
  }, [state.sending, problems.length === 0]);
  useEffect(() => {
    // Whoever is led to a problem, for example by a command that refused to send, is told of all of them.
    const led = (target: string) =>
      setAsked((before) => before || latestProblems.current.some(({ pointer }) => pointer === target));
    return session.onReveal(led);
  }, [session]);
  // Ctrl+Enter is a key binding of the editor: handled here as well, it would send twice.
  useEffect(() => session.onSubmit(() => latest.current()), [session]);
  return { asked, send: useCallback(() => latest.current(), []) };
}
