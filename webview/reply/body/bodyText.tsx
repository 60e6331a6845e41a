import { useEffect, useRef } from 'preact/hooks';
import type { BodyPreview } from '../../../src/protocol/reply';
import { highlightJson } from './highlightJson';

/** Text as one node, coloured without an element per word: a large body costs little more than plain text. */
export function BodyText({ body, label }: { readonly body: BodyPreview; readonly label: string }) {
  const element = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const text = element.current?.firstChild;
    if (body.language !== 'json' || !(text instanceof Text)) return;
    return highlightJson(text);
  }, [body]);
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre key={body.text} ref={element} class="body-text" tabIndex={0}>
        {body.text}
      </pre>
    </section>
  );
}
