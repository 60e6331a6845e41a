import * as z from 'zod';

/* Fields as the API returns them, one shape for each type. */

const identity = { id: z.string(), document_id: z.string() };
const ofSigner = { ...identity, signer_id: z.string() };
const page = z.int();
const place = { page, x: z.int(), y: z.int() };
const box = { ...place, width: z.int(), height: z.int() };
const text = z.string().nullable();

const font = z.object({
  family: z.string(),
  color: z.string(),
  size: z.int(),
  variants: z.object({ italic: z.boolean(), bold: z.boolean() }).partial(),
});

const signature = z.object({ ...ofSigner, type: z.literal('signature'), ...box, reason: text });
const mention = z.object({
  ...ofSigner,
  type: z.literal('mention'),
  ...box,
  mention: z.string(),
  name: text.optional(),
  font,
});
const textField = z.object({
  ...ofSigner,
  type: z.literal('text'),
  ...box,
  question: z.string(),
  instruction: text,
  optional: z.boolean(),
  answer: text,
  max_length: z.int(),
  name: text.optional(),
  default_value: text.optional(),
  read_only: z.boolean().optional(),
  font,
});
const checkbox = z.object({
  ...ofSigner,
  type: z.literal('checkbox'),
  name: text,
  checked: z.boolean(),
  ...place,
  optional: z.boolean(),
  size: z.int().optional(),
});
const radio = z.object({ name: text, x: z.int(), y: z.int(), size: z.int(), checked: z.boolean() });
const radioGroup = z.object({
  ...ofSigner,
  type: z.literal('radio_group'),
  page,
  optional: z.boolean(),
  name: text,
  radios: z.array(radio),
});
const readOnlyText = z.object({ ...identity, type: z.literal('read_only_text'), ...box, text: z.string(), font });

export const fieldReply = z.discriminatedUnion('type', [
  signature,
  mention,
  textField,
  checkbox,
  radioGroup,
  readOnlyText,
]);

export type FieldReply = z.output<typeof fieldReply>;
