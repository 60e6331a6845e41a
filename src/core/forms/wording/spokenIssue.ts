import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { Issue, Mend } from '../../../protocol/form';
import { expectationOf } from '../shapes/expectation';
import { issueMessage } from './issueMessage';
import type { Location } from './locate';
import { meantValue } from './meantValue';
import { restMend } from './restMend';
import { wrongType } from './wrongType';

export type Spoken = Pick<Issue, 'message' | 'mend'>;

/** What is said of a value that breaks its schema: of what stands there where that tells what was meant. */
export function spokenIssue(issue: z.core.$ZodIssue, location: Location, pointer: string): Spoken {
  return (
    aboutNull(location, pointer) ??
    aboutForm(location, pointer) ??
    aboutType(location, pointer) ??
    aboutRest(issue, location, pointer)
  );
}

function aboutNull({ shape, value, role, label, name = label }: Location, pointer: string): Spoken | undefined {
  if (value !== null || shape === undefined || shape.nullable || role === undefined) return undefined;
  if (role === 'required') {
    const message = t('{0} is null; it must be {1}.', name, expectationOf(shape));
    return withMend(message, { shape, value: undefined, label }, pointer);
  }
  const isItem = role === 'item';
  const mend: Mend = {
    title: isItem ? t('Take it out') : t('Leave it out'),
    titleForAll: t('Leave out every null'),
    edits: [{ kind: 'remove', pointer }],
  };
  return { message: isItem ? t('{0} is null; take it out.', name) : t('{0} is null; leave it out.', name), mend };
}

/** A secret is never repeated, neither in a message nor in a mend. */
function aboutForm({ shape, value, spelling, label }: Location, pointer: string): Spoken | undefined {
  if (shape === undefined || value === undefined || shape.meta.secret === true) return undefined;
  const meant = meantValue(shape, value, spelling);
  if (meant === undefined) return undefined;
  const { is, isOfField, write, value: replacement, titleForAll } = meant;
  const title = `${write.charAt(0).toUpperCase()}${write.slice(1)}`;
  return {
    message: `${isOfField ? `${label} ` : ''}${is}; ${write}.`,
    mend: { title, titleForAll, edits: [{ kind: 'set', pointer, value: replacement }] },
  };
}

/** What a value is comes before the form that it should have: a number is no misspelled address. */
function aboutType(location: Location, pointer: string): Spoken | undefined {
  const { shape, value, spelling, label } = location;
  if (shape === undefined) return undefined;
  const type = wrongType(shape, value);
  if (type === undefined) return undefined;
  const { errorMessage, secret } = shape.meta;
  const shown = secret === true ? undefined : shownScalar(value, spelling);
  if (errorMessage !== undefined) {
    return withMend(`${t('{0} is {1}.', shown ?? label, type)} ${errorMessage}`, location, pointer);
  }
  const message =
    shown === undefined
      ? t('{0} is {1}; it must be {2}.', label, type, expectationOf(shape))
      : t('{0} is {1}; {2} must be {3}.', shown, type, label, expectationOf(shape));
  return withMend(message, location, pointer);
}

const longestShown = 40;

/** Undefined for what is too long to be repeated in a sentence. */
function shownScalar(value: unknown, spelling = JSON.stringify(value)): string | undefined {
  const text = typeof value === 'object' ? undefined : spelling;
  return text !== undefined && text.length <= longestShown ? text : undefined;
}

function aboutRest(issue: z.core.$ZodIssue, location: Location, pointer: string): Spoken {
  return withMend(issueMessage(issue, location), location, pointer);
}

function withMend(message: string, location: Location, pointer: string): Spoken {
  const mend = restMend(location, pointer);
  return { message, ...(mend && { mend }) };
}
