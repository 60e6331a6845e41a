import * as z from 'zod';
import { keysOf } from '../core/typing/keysOf';

/*
 * Fields as APIs describe them. Few documents limit a length, so no builder does. Meta data stands on the outermost
 * schema, so that an optional field keeps it.
 */

type Extra = Omit<z.GlobalMeta, 'title' | 'description'>;

/** Title, description, what an item is called, and what else is said of a list. */
type ListWords = readonly [title: string, description: string, itemLabel: string, extra?: Extra];

type Labels<Value extends string> = Readonly<Record<Value, string>>;

/** Title and description of a choice, and what else is said of it. */
type ChoiceWords = readonly [title: string, description: string, extra?: Extra];

/** A field that a page of its own documents, with all that is in it. */
export function documentedAt<Schema extends z.ZodType>(source: string, schema: Schema): Schema {
  return schema.meta({ source });
}

/** Several fields of one page. */
export function allDocumentedAt<Fields extends Readonly<Record<string, z.ZodType>>>(
  source: string,
  fields: Fields,
): Fields {
  const documented = Object.entries(fields).map(([key, schema]) => [key, documentedAt(source, schema)] as const);
  return Object.fromEntries(documented) as Fields;
}

/** Text that may be left out. */
export function text(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .optional()
    .meta(about(title, description, examples));
}

/** Text that is needed and not empty. */
export function requiredText(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .min(1)
    .meta(about(title, description, examples));
}

/** Text of several lines. */
export function longText(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .optional()
    .meta(about(title, description, examples, { widget: 'textarea' }));
}

/** A phone number, with its country. */
export function phoneText(title: string, description: string, ...examples: readonly string[]) {
  return text(title, description, ...examples).meta({ writtenAs: 'phone' });
}

/** A colour as a hex code. */
export function colorText(title: string, description: string, ...examples: readonly string[]) {
  return text(title, description, ...examples).meta({ writtenAs: 'color' });
}

/** A time or day, in the form that the example has. */
export function timeText(title: string, description: string, ...examples: readonly string[]) {
  return text(title, description, ...examples).meta({ writtenAs: 'date-time' });
}

export function dateText(title: string, description: string, ...examples: readonly string[]) {
  return text(title, description, ...examples).meta({ writtenAs: 'date' });
}

/** The code of a language: `fr`, `fr-CA`, `fr_CA`. */
export function languageText(title: string, description: string, ...examples: readonly string[]) {
  return text(title, description, ...examples).meta({ writtenAs: 'language' });
}

/** Passwords, personal data, answers to security questions. */
export function secretText(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .optional()
    .meta(about(title, description, examples, { secret: true }));
}

export function flag(title: string, description: string) {
  return z.boolean().optional().meta({ title, description, alsoAccepts: 'string' });
}

export function wholeNumber(title: string, description: string, ...examples: readonly number[]) {
  return z
    .int()
    .optional()
    .meta(about(title, description, examples, { alsoAccepts: 'string' }));
}

export function number(title: string, description: string, ...examples: readonly number[]) {
  return z
    .number()
    .optional()
    .meta(about(title, description, examples, { alsoAccepts: 'string' }));
}

/** The step in which somebody is asked: a lower one comes first, equal ones are asked together. */
export function turnNumber(title: string, description: string, ...examples: readonly number[]) {
  return wholeNumber(title, description, ...examples).meta({ turns: 'order' });
}

/** One of the values that have a label. */
export function choice<Value extends string>(labels: Labels<Value>, ...[title, description, extra]: ChoiceWords) {
  return z
    .enum(keysOf(labels))
    .optional()
    .meta({ title, description, labels, ...extra });
}

export function requiredChoice<Value extends string>(
  labels: Labels<Value>,
  ...[title, description, extra]: ChoiceWords
) {
  return z.enum(keysOf(labels)).meta({ title, description, labels, ...extra });
}

/** A value that is always the same. */
export function fixed<Value extends string | number | boolean>(value: Value, title: string, description: string) {
  return z.literal(value).meta({ title, description, initial: value });
}

export function list<Item extends z.ZodType>(item: Item, ...[title, description, itemLabel, extra]: ListWords) {
  return z
    .array(item)
    .optional()
    .meta({ title, description, itemLabel, ...extra });
}

/** A list with one item at least. */
export function requiredList<Item extends z.ZodType>(item: Item, ...[title, description, itemLabel, extra]: ListWords) {
  return z
    .array(item)
    .min(1)
    .meta({ title, description, itemLabel, ...extra });
}

/** A needed file with one of these extensions. */
export function file(
  title: string,
  description: string,
  extensions: readonly string[],
  ...examples: readonly string[]
) {
  return z
    .string()
    .min(1)
    .meta(about(title, description, examples, { widget: 'file', extensions }));
}

/** A picture that travels as base64 text. */
export function image(title: string, description: string) {
  return z
    .string()
    .optional()
    .meta({ title, description, widget: 'fileBase64', extensions: ['png', 'jpg', 'jpeg'] });
}

/** A needed value of a token call that comes from the credential of this name. */
export function fromCredential(name: string, title: string, description: string, extra: Extra = {}) {
  const reference = `{{credentials.${name}}}`;
  return z
    .string()
    .min(1)
    .meta(about(title, description, [reference], { initial: reference, ...extra }));
}

/** A reply that is a file. */
export const fileReply = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What a reply tells that nobody else should read. */
export function secretReply(title: string) {
  return z.string().meta({ title, secret: true });
}

function about(title: string, description: string, examples: readonly unknown[], extra: Extra = {}): z.GlobalMeta {
  return { title, description, ...(examples.length > 0 && { examples: [...examples] }), ...extra };
}
