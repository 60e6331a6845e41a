import { type IdShape, idShape } from '../../idShapes';
import type { Shape } from '../shapes/shape';
import { textForm } from '../shapes/textForm';

/** What a text is for, as far as it decides what can be wrong with it. */
export type TextKind = 'id' | 'email' | 'url' | 'secret' | 'word' | 'prose' | 'free';

/** A text of a request, with what is known about its place. */
export interface PlacedText {
  readonly kind: TextKind;
  readonly key: string;
  /** It becomes a segment of the address. */
  readonly inPath: boolean;
  readonly idShape: IdShape | undefined;
  /** What the schema itself prints as a value, right or not. */
  readonly examples: readonly unknown[];
  /** Names, or any, that the API itself fills in. */
  readonly placeholders: readonly string[] | 'any';
  /** The literal segment before the value in the path of the call: `document` in `/document/{id}`. */
  readonly segmentBefore: string | undefined;
}

export interface SectionPlace {
  readonly section: 'path' | 'query' | 'body';
  /** Of the call, with `{name}` for path parameters. */
  readonly path: string;
}

/** Undefined for what is no text to look at: the name or the content of a file. */
export function textPlace(
  shape: Shape | undefined,
  key: string,
  { section, path }: SectionPlace,
): PlacedText | undefined {
  const meta = shape?.meta ?? {};
  if (meta.widget === 'file' || meta.widget === 'fileBase64') return undefined;
  const inPath = section === 'path';
  return {
    kind: kindOf(shape, key, inPath),
    key,
    inPath,
    idShape: meta.idShape && idShape(meta.idShape),
    examples: [...(meta.examples ?? []), ...(shape?.kind === 'text' ? shape.suggestions : [])],
    placeholders: meta.placeholders ?? [],
    segmentBefore: inPath ? segmentBefore(path, key) : undefined,
  };
}

function kindOf(shape: Shape | undefined, key: string, inPath: boolean): TextKind {
  if (shape?.kind !== 'text') return 'free';
  const { meta } = shape;
  if (meta.secret === true) return 'secret';
  if (meta.widget === 'textarea') return 'prose';
  const form = textForm(shape, key);
  if (form === 'email' || form === 'url') return form;
  return inPath || meta.idShape !== undefined || /(?:^id|[_-]id|[a-z]I[dD]|^uuid)$/.test(key) ? 'id' : 'word';
}

function segmentBefore(path: string, key: string): string | undefined {
  const segments = path.split('/');
  const before = segments[segments.indexOf(`{${key}}`) - 1];
  return before === undefined || before.startsWith('{') ? undefined : before;
}
