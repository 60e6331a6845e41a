import * as z from 'zod';
import { checkbox, documentId, isChecked, isOptional, mention, radioGroup, signature, textBox } from './fieldParts';

const needed = <S extends z.ZodType>(schema: S, title: string, description: string) =>
  z.boolean().meta({ ...schema.meta(), title, description });

/** Here it has to be said of each field that asks for something. */
const optional = needed(isOptional, 'Optional', 'Whether the signer may leave it.');

/** A field that comes along with the signer it is for. */
export const signerField = z.discriminatedUnion('type', [
  z.object({ document_id: documentId, ...signature }).meta({ title: 'Signature' }),
  z
    .object({
      document_id: documentId,
      ...mention,
      mention: z.string().meta({ title: 'Mention', description: 'The text.', examples: ['Read and approved'] }),
    })
    .meta({ title: 'Mention' }),
  z.object({ document_id: documentId, ...textBox, optional }).meta({ title: 'Text' }),
  z
    .object({
      document_id: documentId,
      ...checkbox,
      optional,
      checked: needed(isChecked, 'Checked', 'Whether the box is ticked at first.'),
    })
    .meta({ title: 'Checkbox' }),
  z.object({ document_id: documentId, ...radioGroup, optional }).meta({ title: 'Radio buttons' }),
]);
