import { t } from '@vscode/l10n';
import type { Finding } from '../../core/operation';
import { shortened } from '../../core/quoting/shortened';
import type { FormEdit, Mend } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';

/* What puts findings of rules right. Titles for all are the same for what may be mended together. */

/** Puts another value in its place, which need not be where the finding is. */
export function writes(pointer: string, value: JsonValue, titleForAll?: string): Mend {
  const written = typeof value === 'string' ? shortened(value) : value;
  return mend(t('Write {0}', JSON.stringify(written)), titleForAll, [{ kind: 'set', pointer, value }]);
}

/** Takes a value out that has no effect, or that another one excludes. */
export function leavesOut(pointer: string, titleForAll?: string): Mend {
  return mend(t('Leave it out'), titleForAll, [{ kind: 'remove', pointer }]);
}

/** Any other change, with a title that says what it does. */
export function mend(title: string, titleForAll: string | undefined, edits: readonly FormEdit[]): Mend {
  return { title, ...(titleForAll !== undefined && { titleForAll }), edits };
}

/** A finding of a value, and of what mends it, as one of what the value stands in. */
export function findingWithin(pointer: string, finding: Finding): Finding {
  const at = (inner: string) => `${pointer}/${inner}`;
  return {
    pointer: at(finding.pointer),
    message: finding.message,
    ...(finding.mend && {
      mend: {
        ...finding.mend,
        edits: finding.mend.edits.map((edit) => ({ ...edit, pointer: at(edit.pointer) })),
      },
    }),
  };
}

/** What is wrong with each of several signers, as findings of the request that they stand in. */
export function findingsOfSigners<Signer>(
  signers: readonly { readonly signer: Signer; readonly pointer: string }[],
  fault: (signer: Signer) => readonly Finding[],
): readonly Finding[] {
  return signers.flatMap(({ signer, pointer }) => fault(signer).map((finding) => findingWithin(pointer, finding)));
}

/** An address whose characters of 4 bytes every system reads. */
export function percentEncoded(address: string): string {
  return address.replace(/[\u{10000}-\u{10FFFF}]/gu, encodeURIComponent);
}
