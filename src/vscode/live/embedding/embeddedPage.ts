import * as z from 'zod';
import type { EmbedState, HappenedEvent } from '../../../protocol/pages/embed';

/** A page in a frame of the editor, and what happened to it. */
export interface EmbeddedPage {
  readonly state: EmbedState;
  /** Of the frame, as the editor reaches it. */
  readonly origin: string;
  readonly link: string;
  /** Set for a page of the emulator: nobody is asked, what is done there is told, and nothing forbids a frame. */
  readonly provider: string | undefined;
  readonly events: readonly HappenedEvent[];
}

/** So many are kept: a page that talks without end fills no memory. */
export const mostEvents = 200;
export const longestText = 2000;

/** What a page may say of itself. */
export const seenEvent = z.object({
  kind: z.enum(['loaded', 'message', 'redirect', 'act']),
  text: z.string().max(longestText),
});

const header = z.object({ name: z.string(), value: z.string() });

const kept = z.object({
  state: z.object({
    title: z.string(),
    host: z.string(),
    address: z.string().optional(),
    rules: z.object({ isRefused: z.boolean(), sentence: z.string(), headers: z.array(header) }).optional(),
  }),
  origin: z.string(),
  link: z.string(),
  provider: z.string().optional(),
  events: z.array(seenEvent.extend({ at: z.string() })).max(mostEvents),
});

/** Undefined for what was kept by another version, or by nobody. */
export function readEmbeddedPage(text: string): EmbeddedPage | undefined {
  try {
    const { state, provider, ...rest } = kept.parse(JSON.parse(text));
    return { ...rest, provider, state: { ...state, address: state.address, rules: state.rules } };
  } catch {
    return undefined;
  }
}
