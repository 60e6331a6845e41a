import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../../src/protocol/messages';
import type { HeaderLine, PdfFacts } from '../../../src/protocol/reply';
import { sizeText } from '../../../src/protocol/words/sizeText';
import type { Post } from '../../host';
import { Icon } from '../../ui/icon';
import { NamedValues } from '../../ui/namedValues';
import { FileTools } from './fileTools';

export interface PdfCardProps {
  /** Absent where only the beginning was read. */
  readonly facts: PdfFacts | undefined;
  readonly size: number;
  readonly post: Post<ReplyToHost>;
}

/** What a PDF says of itself; its pages are drawn by whatever opens it. */
export function PdfCard({ facts, size, post }: PdfCardProps) {
  return (
    <section class="pdf-card" aria-label={t('PDF')}>
      <h2>
        <Icon name="file" /> {facts?.title ?? 'PDF'}
      </h2>
      <NamedValues class="headers" label={t('About the PDF')} values={rowsOf(facts, size)} />
      <div class="body-tools">
        <FileTools post={post} />
      </div>
    </section>
  );
}

function rowsOf(facts: PdfFacts | undefined, size: number): readonly HeaderLine[] {
  const sizes = [{ name: t('Size'), value: sizeText(size) }];
  if (facts === undefined) return sizes;
  const { pages, version, isEncrypted, isCut } = facts;
  return [
    { name: t('Pages'), value: pages === undefined ? t('It does not say how many') : String(pages) },
    ...sizes,
    { name: t('Signatures'), value: signatureText(facts) },
    ...(isEncrypted ? [{ name: t('Protection'), value: t('Encrypted: its title cannot be read') }] : []),
    ...(isCut ? [{ name: t('Damage'), value: t('Its end is missing') }] : []),
    ...(version === undefined ? [] : [{ name: t('PDF version'), value: version }]),
  ];
}

function signatureText({ signatures, isChangedSince }: PdfFacts): string {
  if (signatures === 0) return t('None');
  const covered = isChangedSince
    ? t('{0}; something was added after the last one.', signatures)
    : t('{0}; the last one covers the whole file.', signatures);
  const unchecked = signatures === 1 ? t('Whether it holds was not checked.') : t('Whether they hold was not checked.');
  return `${covered} ${unchecked}`;
}
