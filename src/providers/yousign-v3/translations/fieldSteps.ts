import { t } from '@vscode/l10n';
import type { Sketch, ValuesOf } from '../../../core/operation';
import type { TranslationStep } from '../../../core/translation/translation';
import type { TranslationWords } from '../../../kit/translation/defineTranslator';
import type { createMember } from '../../yousign/operations/members/createMember';
import { humanText } from '../operations/humanText';
import type { createSigner } from '../operations/signers/createSigner';
import { type Box, placedBox } from './placedBox';

export type MemberWords = TranslationWords<(typeof createMember)['request'], (typeof createSigner)['request']>;

type Body = NonNullable<Sketch<ValuesOf<(typeof createMember)['request']>>['body']>;
type FileObject = NonNullable<NonNullable<Body['fileObjects']>[number]>;

type Steps = readonly (TranslationStep | undefined)[];

/** A signature with a text above and one below it is three fields. */
const mostFieldsEach = 3;

const fitted = () => t('Made to fit what a field may be.');
const fromTop = () => t('From the upper edge of the page, taken as A4.');

/** Where a member signs or writes, as fields of the signer. */
export function fieldSteps(object: FileObject, index: number, words: MemberWords): Steps {
  const { position, type = 'signature' } = object;
  const from = `/body/fileObjects/${index}` as const;
  const first = index * mostFieldsEach;
  if (typeof position !== 'string') {
    return [words.leave(from, t('A field has a place; without one, place it when the document is there.'))];
  }
  const steps = type === 'text' ? textSteps(object, index, first, words) : signatureSteps(object, index, first, words);
  return [
    ...steps,
    words.leave(`${from}/file`, t('Documents are uploaded anew.')),
    words.leave(`${from}/fieldName`, t('Fields of the PDF itself cannot be named.')),
    words.leave(`${from}/page`, t('Pages count from 1.')),
    words.leave(from, type === 'text' ? t('Texts of signers have none.') : t('Signatures have none.')),
  ];
}

function signatureSteps(object: FileObject, index: number, at: number, words: MemberWords): Steps {
  const { map, fill, leave } = words;
  const from = `/body/fileObjects/${index}` as const;
  const to = `/body/fields/${at}` as const;
  const box = placedBox(object.position ?? '', { width: [85, 2000], height: [37, 1000] });
  const reason = object.reason ?? undefined;
  const isUnfit = reason !== undefined && !(reason.length <= 150 && humanText.test(reason));
  return [
    map(`${from}/type`, `${to}/type`, object.type),
    fill(`${to}/type`, 'signature', t('What is not said to be a text is a signature.')),
    ...placeSteps(object, index, at, box, words),
    map(`${from}/position`, `${to}/height`, box.height),
    isUnfit
      ? leave(`${from}/reason`, t('A reason has 150 characters at most: letters, digits and few signs.'))
      : map(`${from}/reason`, `${to}/reason`, reason),
    ...mentionSteps(
      'mention',
      object,
      index,
      { at: at + 1, box: { ...box, y: Math.max(box.y - lineHeight, 0) } },
      words,
    ),
    ...mentionSteps('mention2', object, index, { at: at + 2, box: { ...box, y: box.y + box.height } }, words),
  ];
}

/** In points, of a text of one line. */
const lineHeight = 24;

/** Above or below the signature, and as wide. */
function mentionSteps(
  name: 'mention' | 'mention2',
  object: FileObject,
  index: number,
  { at, box }: { readonly at: number; readonly box: Box },
  words: MemberWords,
): Steps {
  const text = object[name];
  const from = `/body/fileObjects/${index}/${name}` as const;
  if (!text) return [];
  if (text.includes('{{')) return [words.leave(from, t('The API fills in no dates; write the text itself.'))];
  const to = `/body/fields/${at}` as const;
  return [
    words.fill(`${to}/type`, 'mention', t('A text beside the signature is a field of its own.')),
    ...placeSteps(object, index, at, box, words),
    words.map(from, `${to}/mention`, text),
  ];
}

function textSteps(object: FileObject, index: number, at: number, words: MemberWords): Steps {
  const { map, fill, need, leave } = words;
  const from = `/body/fileObjects/${index}` as const;
  const to = `/body/fields/${at}` as const;
  const box = placedBox(object.position ?? '', { width: [24, farthest], height: [24, farthest] });
  return [
    map(`${from}/type`, `${to}/type`, 'text'),
    ...placeSteps(object, index, at, box, words),
    map(`${from}/position`, `${to}/height`, box.height),
    fill(`${to}/max_length`, 255, t('As many characters as a text had in v2.')),
    need(`${to}/question`, t('A text says what is asked for; v2 had no question.')),
    map(`${from}/contentRequired`, `${to}/optional`, object.contentRequired && !object.contentRequired),
    fill(`${to}/optional`, false, t('Not said; required is the default of the v2 documentation.')),
    leave(`${from}/content`, t('Only fields that are placed by themselves begin with a text.')),
  ];
}

const farthest = 32_767;

function placeSteps(object: FileObject, index: number, at: number, box: Box, words: MemberWords): Steps {
  const { x, y, width, isFitted } = box;
  const { map, fill, need } = words;
  const from = `/body/fileObjects/${index}` as const;
  const to = `/body/fields/${at}` as const;
  return [
    need(`${to}/document_id`, t('The document has another id once it is uploaded to the signature request.')),
    map(`${from}/page`, `${to}/page`, object.page || undefined),
    fill(`${to}/page`, 1, t('No page was named.')),
    map(`${from}/position`, `${to}/x`, x),
    map(`${from}/position`, `${to}/y`, y, isFitted ? `${fromTop()} ${fitted()}` : fromTop()),
    map(`${from}/position`, `${to}/width`, width),
  ];
}
