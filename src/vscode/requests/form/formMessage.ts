import * as z from 'zod';
import type { FormEdit } from '../../../protocol/form';
import type { FormToHost } from '../../../protocol/messages';
import { edgeKinds } from '../../../protocol/testData';
import { messageParser } from '../../shell/page/messageParser';

const pointer = z
  .string()
  .regex(/^(\/(path|query|body))(\/[^/]*)*$/)
  .max(2000);
const index = z.int().min(0).max(100_000);
const version = z.int().min(0);
const value = z.json();
const written = z.exactOptional(z.string().max(1_000_000));
const id = z.string().max(200);

const rowsText = z.string().max(20_000_000);
/** Within an item of a list. */
const place = z
  .string()
  .regex(/^(\/[^/]*)*$/)
  .max(2000);
const rowsOf = { pointer, nested: z.exactOptional(place) };
const cells = {
  ...rowsOf,
  rows: z.array(index).max(100_000),
  columns: z.array(place).max(10_000),
  fills: z.exactOptional(z.boolean()),
};

const edit: z.ZodType<FormEdit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), pointer, value, written }),
  z.strictObject({ kind: z.literal('remove'), pointer }),
  z.strictObject({ kind: z.literal('rename'), pointer, key: z.string().max(200) }),
  z.strictObject({ kind: z.literal('append'), pointer, value, written }),
  z.strictObject({ kind: z.literal('insert'), pointer, index, value, written }),
  z.strictObject({ kind: z.literal('move'), pointer, from: index, to: index }),
  z.strictObject({ kind: z.literal('arrange'), pointer, order: z.array(index).max(100_000) }),
]);

/** What the form may say, undefined for anything else. */
export const parseFormMessage = messageParser<FormToHost>({
  ready: { isFilled: z.exactOptional(z.boolean()) },
  missed: {},
  edit: { edits: z.array(edit).max(100_000), number: z.int().min(1), version },
  mendAll: { title: z.string().max(400) },
  chooseOperation: { id },
  send: {},
  sendAnyway: {},
  cancel: {},
  openMending: { operation: id },
  chooseConnection: { id },
  addConnection: {},
  chooseFile: { pointer, version },
  openAsText: {},
  openTextBeside: {},
  revealBroken: {},
  openSource: { pointer },
  offer: { collection: id },
  focused: { pointer },
  dropTarget: { pointer: z.union([z.literal(''), pointer]), version },
  mendText: {},
  openDocs: {},
  addVariable: {
    name: z
      .string()
      .regex(/^[\w.-]+$/)
      .max(200),
  },
  translate: {},
  dismissOrigin: {},
  addPeople: {
    pointer,
    count: z.int().min(1).max(1000),
    edge: z.exactOptional(z.enum(edgeKinds)),
    number: z.int().min(1),
    version,
  },
  readRows: { ...rowsOf, text: rowsText, cells: z.exactOptional(z.strictObject(cells)), version },
  editRows: { ...rowsOf, edits: z.array(edit).max(100_000), number: z.int().min(1), version },
  rowsToCells: { number: z.int().min(1), version },
  openRows: { ...rowsOf, version },
  chooseRows: {
    choices: z.strictObject({
      separator: z.string().min(1).max(1),
      hasHead: z.boolean(),
      targets: z.array(place.nullable()).max(10_000),
      existing: z.enum(['skip', 'update', 'add']),
      takesRefused: z.boolean(),
    }),
  },
  takeRows: {},
  dropRows: {},
  pasteCells: { ...cells, text: rowsText, number: z.int().min(1), version },
  copyCells: { ...cells, hasHead: z.boolean(), number: z.int().min(1), version },
  saveRows: { ...cells, version },
});
