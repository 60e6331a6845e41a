import { t } from '@vscode/l10n';
import { shapeOfId } from '../../idShapes';
import type { Recogniser } from './recogniser';
import type { PlacedText } from './textPlace';

/** An address, a path or its spelling in an address, where an id belongs. */
export const links: readonly Recogniser[] = [
  {
    code: 'link_for_id',
    kinds: ['id'],
    find: (text, place) => {
      if (!isLink(text) && !isPath(text, place)) return undefined;
      const meant = idIn(text, place);
      return {
        says: isLink(text) ? t('is a whole link, and an ID belongs here') : t('is a path, and an ID belongs here'),
        severity: place.inPath ? 'error' : 'warning',
        ...(meant !== undefined && { meant }),
      };
    },
  },
  {
    code: 'kind_missing',
    kinds: ['id'],
    find: (text, { examples: [example] }) => {
      const kind = /^\/[a-z_]+\/(?=[^/]+$)/.exec(String(example ?? ''))?.[0];
      return kind !== undefined && /^[^/\s{}]+$/.test(text)
        ? { says: t('lacks the kind in front: IDs begin with {0} here', kind), severity: 'warning', meant: kind + text }
        : undefined;
    },
  },
  {
    code: 'percent_encoded',
    kinds: ['id'],
    find: (text) => {
      const meant = decoded(text);
      return meant === text || /^\.*$/.test(meant)
        ? undefined
        : { says: t('is spelled as in an address'), severity: 'warning', meant };
    },
  },
];

function isLink(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i.test(text);
}

function isPath(text: string, { inPath, idShape }: PlacedText): boolean {
  return text.includes('/') && (inPath || idShape !== undefined) && !isIri(text, idShape);
}

function isIri(text: string, shape: PlacedText['idShape']): boolean {
  return shape?.example.startsWith('/') === true && /^\/[^/]+\/[^/]+$/.test(text);
}

/** The segment behind the word that stands before the id in the call's own path, else the only one of the known form. */
function idIn(link: string, { segmentBefore, idShape, examples }: PlacedText): string | undefined {
  const [path = '', query = ''] = link.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*|^www\.[^/?#]*/i, '').split(/[?#]/);
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  const kind = /^\/[a-z_]+\//.exec(String(examples[0] ?? ''))?.[0];
  if (kind !== undefined) {
    const id = segments[segments.indexOf(kind.slice(1, -1)) + 1];
    return segments.includes(kind.slice(1, -1)) && id !== undefined ? kind + id : undefined;
  }
  const behind = segments[segments.lastIndexOf(segmentBefore ?? '') + 1];
  const fits = (text: string) => (idShape ?? shapeOfId(text))?.pattern.test(text) ?? false;
  const isNamed = segmentBefore !== undefined && segments.includes(segmentBefore);
  if (isNamed && behind !== undefined && (idShape === undefined || fits(behind))) return behind;
  const values = [...segments, ...[...new URLSearchParams(query)].map(([, value]) => value)];
  const [only, ...more] = new Set(values.filter(fits));
  return more.length === 0 ? (only ?? lone(segments)) : undefined;
}

/** `abc/` can mean nothing else. */
function lone([only, ...more]: readonly string[]): string | undefined {
  return more.length === 0 ? only : undefined;
}

function decoded(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that begins no character is part of the value.
    return text;
  }
}
