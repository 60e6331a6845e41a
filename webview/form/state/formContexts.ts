import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { OfferedChoices } from '../../../src/protocol/pages/formState';
import { isWithin } from '../../../src/protocol/pointer';
import type { FormSession } from './formSession';

export const SessionContext = createContext<FormSession | undefined>(undefined);
/** Whether fields are values of a call, whose help says how they are sent. */
export const OfCallContext = createContext(true);
/** Whether sending was tried: from then on missing values count as mistakes. */
export const AskedContext = createContext(false);

/** What file fields would take, by pointer. */
export const AttachmentsContext = createContext<Readonly<Record<string, string>>>({});

/** What leaves in the place of a value, in words, by pointer. */
export const SentAsContext = createContext<Readonly<Record<string, string>>>({});

/** What else is to be said at a field, by pointer. */
export const NotesContext = createContext<Readonly<Record<string, string>>>({});

/** What the connection has, by collection, and the way to ask for it. */
export const OffersContext = createContext<FormOffers>({ known: {}, ask: undefined });

export interface FormOffers {
  readonly known: Readonly<Record<string, OfferedChoices>>;
  readonly ask: ((collection: string) => void) | undefined;
}

/** Opens what says how a field is; there where it can be opened. */
export const SourceContext = createContext<((pointer: string) => void) | undefined>(undefined);

/** How numbers are written that a value cannot hold, by pointer. */
export const SpellingsContext = createContext<Readonly<Record<string, string>>>({});

export function useSession(): FormSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A field was shown outside a form.');
  return session;
}

/** Calls `open` whenever something within `pointer` is to be shown. */
export function useReveal(pointer: string, open: (target: string) => void): void {
  const session = useSession();
  useEffect(
    () =>
      session.onReveal((target) => {
        if (isWithin(target, pointer)) open(target);
      }),
    [session, pointer, open],
  );
}
