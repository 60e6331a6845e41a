import { useEffect, useRef } from 'preact/hooks';
import type { BodyPreview } from '../../../src/protocol/reply';
import { highlightJson } from '../body/highlightJson';
import type { TextExtent } from '../json/find';
import { markMatches, scrollToMatch } from './markMatches';

export interface PlainTextProps {
  readonly body: BodyPreview;
  readonly label: string;
  readonly matches: readonly TextExtent[];
  readonly current: number;
  readonly wrap: boolean;
  /** Counts the wishes to see the current match. */
  readonly reveals: number;
}

/** Text as one node, coloured without an element per word: a large body costs little more than plain text. */
export function PlainText({ body, label, matches, current, wrap, reveals }: PlainTextProps) {
  const element = useRef<HTMLPreElement>(null);
  const node = () => {
    const text = element.current?.firstChild;
    return text instanceof Text ? text : undefined;
  };
  useEffect(() => {
    const text = node();
    return body.language === 'json' && text ? highlightJson(text) : undefined;
  }, [body]);
  useEffect(() => {
    const text = node();
    return text && markMatches(text, matches, matches[current]);
  }, [body, matches, current]);
  useEffect(() => {
    const [text, match] = [node(), matches[current]];
    if (reveals > 0 && text && match) scrollToMatch(text, match);
  }, [reveals]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls.
    <pre
      key={body.text}
      ref={element}
      class={wrap ? 'body-text body-wrap' : 'body-text'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      {body.text}
    </pre>
  );
}
