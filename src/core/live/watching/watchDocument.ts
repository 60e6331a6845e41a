import { t } from '@vscode/l10n';
import { isOver } from '../../recipients/recipientTurns';
import { type DocumentChange, documentChanges, type WatchedDocument } from '../documentChanges';
import { slower } from './pollPace';

export interface WatchPorts {
  /** One look at the document. */
  read(): Promise<WatchedDocument>;
  /** Milliseconds for which the API asks to be left alone, or its limits do; 0 where a call may leave. */
  heldBack(): number;
  /** Whether a look that threw this may work later, and why it did not work. */
  explain(error: unknown): { readonly mayHeal: boolean; readonly text: string };
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export type WatchEvent =
  | { readonly kind: 'waiting'; readonly ms: number; readonly document?: WatchedDocument; readonly trouble?: string }
  | { readonly kind: 'changed'; readonly change: DocumentChange }
  /** Nothing more will happen to it. */
  | { readonly kind: 'over'; readonly document: WatchedDocument }
  | { readonly kind: 'given up'; readonly why: string };

/** Looks that fail in a row before it is given up. */
const mostFailures = 6;

/** Looks at a document until nothing more happens to it, somebody stops it, or looking does not help. */
export async function watchDocument(
  ports: WatchPorts,
  firstMs: number,
  signal: AbortSignal,
  tell: (event: WatchEvent) => void,
): Promise<void> {
  let seen: Seen = { known: undefined, pace: firstMs, failures: 0 };
  while (!signal.aborted) {
    const look = await lookOnce(ports);
    if (signal.aborted) return;
    const step = look.kind === 'failed' ? afterFailure(seen, look, firstMs) : afterReading(seen, look, firstMs);
    for (const event of step.events) tell(event);
    if (step.seen === undefined) return;
    seen = step.seen;
    const ms = Math.max(seen.pace, ports.heldBack());
    tell({
      kind: 'waiting',
      ms,
      ...(seen.known !== undefined && { document: seen.known }),
      ...(look.kind === 'failed' && { trouble: look.text }),
    });
    await ports.wait(ms, signal);
  }
}

/** What is known between two looks. */
interface Seen {
  readonly known: WatchedDocument | undefined;
  readonly pace: number;
  /** In a row. */
  readonly failures: number;
}

/** Without anything seen it has ended. */
interface Step {
  readonly seen: Seen | undefined;
  readonly events: readonly WatchEvent[];
}

function afterFailure({ known, ...seen }: Seen, look: FailedLook, firstMs: number): Step {
  const failures = seen.failures + 1;
  if (!look.mayHeal || failures >= mostFailures) {
    return { seen: undefined, events: [{ kind: 'given up', why: look.text }] };
  }
  return { seen: { known, failures, pace: slower(seen.pace, firstMs, 'failure') }, events: [] };
}

function afterReading({ known, pace }: Seen, { document }: ReadLook, firstMs: number): Step {
  const [change] = known === undefined ? [] : documentChanges([known], [document]);
  const events: readonly WatchEvent[] = change === undefined ? [] : [{ kind: 'changed', change }];
  if (isFinished(document)) return { seen: undefined, events: [...events, { kind: 'over', document }] };
  const isSame = known !== undefined && change === undefined;
  return { seen: { known: document, failures: 0, pace: isSame ? slower(pace, firstMs, 'noChange') : firstMs }, events };
}

interface ReadLook {
  readonly kind: 'read';
  readonly document: WatchedDocument;
}

interface FailedLook {
  readonly kind: 'failed';
  readonly mayHeal: boolean;
  readonly text: string;
}

async function lookOnce(ports: WatchPorts): Promise<ReadLook | FailedLook> {
  // Held back before the first look: it waits like the others.
  if (ports.heldBack() > 0) return { kind: 'failed', mayHeal: true, text: t('The limit of calls is used up.') };
  try {
    return { kind: 'read', document: await ports.read() };
  } catch (error: unknown) {
    return { kind: 'failed', ...ports.explain(error) };
  }
}

/** Everybody has done their part, or the document is over for all of them. */
function isFinished({ status, recipients }: WatchedDocument): boolean {
  return isOver(status) || (recipients.length > 0 && recipients.every((one) => isOver(one.status)));
}

/** Whom a watch waits for. */
export function awaited({ recipients }: WatchedDocument): readonly string[] {
  const open = recipients.filter(({ status }) => !isOver(status));
  const first = Math.min(...open.map(({ order }) => order ?? 0));
  return open.filter(({ order }) => (order ?? 0) === first).map(({ title }) => title);
}
