import { t } from '@vscode/l10n';
import type { Mend } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { shortened } from '../../quoting/shortened';
import { splitPointer } from '../../requests/pointer';

/* What puts slips of a scenario right. */

/** Another value in the place of what stands there. */
export function writing(pointer: string, value: string): Mend {
  return { title: t('Write "{0}"', shortened(value)), edits: [{ kind: 'set', pointer, value }] };
}

export function setting(title: string, pointer: string, value: JsonValue): Mend {
  return { title, edits: [{ kind: 'set', pointer, value }] };
}

export function renaming(pointer: string, key: string): Mend {
  const written = shortened(splitPointer(pointer).at(-1) ?? '');
  return { title: t('Rename "{0}" to "{1}"', written, key), edits: [{ kind: 'rename', pointer, key }] };
}

/** A further item of a list, which is made where there is none. */
export function appending(title: string, pointer: string, value: JsonValue): Mend {
  return { title, edits: [{ kind: 'append', pointer, value }] };
}

/** A name within a text that holds more. Undefined where the text is no value of its own. */
export function rewriting(pointer: string, whole: unknown, part: string, rewritten: string): Mend | undefined {
  if (typeof whole !== 'string' || !whole.includes(part) || part === rewritten) return undefined;
  return {
    ...writing(
      pointer,
      whole.replace(part, () => rewritten),
    ),
    title: t('Write "{0}"', shortened(rewritten)),
  };
}

/** A name for an item of a list, by its place there. */
export function numbered(noun: string, pointer: string): string {
  return `${noun}-${Number(splitPointer(pointer).at(-1)) + 1}`;
}
