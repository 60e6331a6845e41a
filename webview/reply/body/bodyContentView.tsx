import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../../src/protocol/messages';
import type { BodyContent, ReplyState } from '../../../src/protocol/reply';
import { sizeText } from '../../../src/protocol/words/sizeText';
import type { Post } from '../../host';
import { TextButton } from '../../ui/controls/quietButton';
import { FileTools } from './fileTools';
import { LargeBodyNote } from './largeBodyNote';
import { PdfCard } from './pdfCard';

type Bodied = Pick<Extract<ReplyState, { kind: 'replied' }>, 'body' | 'content' | 'large' | 'size'>;

export interface BodyContentProps {
  readonly reply: Bodied;
  readonly post: Post<ReplyToHost>;
}

/** What a body is beside its text, or in its place: a page, an image, a PDF, bytes; and what became of one too large to be read. */
export function BodyContentView({ reply, post }: BodyContentProps) {
  const { content, large, size } = reply;
  return (
    <>
      {large && <LargeBodyNote large={large} post={post} />}
      {content && <ContentOf content={content} size={size} post={post} />}
    </>
  );
}

/** Whether something else than its text shows the body. */
export function isShownOtherwise({ content, body }: Bodied): boolean {
  return content !== undefined && body.language === 'none';
}

interface ContentProps<Kind extends BodyContent['kind']> {
  readonly content: Extract<BodyContent, { kind: Kind }>;
  readonly size: number;
  readonly post: Post<ReplyToHost>;
}

function ContentOf({ content, ...props }: ContentProps<BodyContent['kind']>) {
  switch (content.kind) {
    case 'page':
      return (
        <div class="body-tools">
          <TextButton icon="eye" onClick={() => props.post('showPage', {})} action="showPage">
            {t('Show as a page')}
          </TextButton>
        </div>
      );
    case 'image':
      return <ImageView content={content} {...props} />;
    case 'pdf':
      return <PdfCard facts={content.facts} {...props} />;
    case 'binary':
      return <BinaryView content={content} {...props} />;
    case 'notKept':
      return (
        <p class="quiet">
          {t('{0} of {1}. The history keeps no bytes that are not text.', sizeText(props.size), content.name)}
        </p>
      );
  }
}

function ImageView({ content: { name, source }, size, post }: ContentProps<'image'>) {
  return (
    <figure class="body-image">
      {source === undefined ? (
        <p class="quiet">{t('It is too large to be shown here.')}</p>
      ) : (
        <img src={source} alt={t('Body of the reply, {0}', name)} />
      )}
      <figcaption class="body-tools">
        <span>{t('{0} of {1}.', sizeText(size), name)}</span>
        <FileTools post={post} />
      </figcaption>
    </figure>
  );
}

function BinaryView({ content: { name, hex }, size, post }: ContentProps<'binary'>) {
  return (
    <>
      <div class="body-tools">
        <span>{t('{0} of {1}.', sizeText(size), name)}</span>
        <FileTools post={post} />
      </div>
      <section aria-label={t('Bytes of the reply')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
        <pre class="body-text" tabIndex={0}>
          {hex}
        </pre>
      </section>
    </>
  );
}
