import type { EmulatorTools } from '../../../../core/emulation';
import type { FieldReply } from '../../operations/fields/fieldReplies';
import { pageOfMap } from '../pages';
import { documentAt, notFound } from '../records';
import type { Handlers } from '../state';

export const fieldHandlers: Pick<Handlers, 'listFields' | 'createField' | 'updateField' | 'deleteField'> = {
  listFields: ({ state, values: { path, query }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    const types = query['types[]'] && new Set<string>(query['types[]']);
    const fields = [...found.document.fields].filter(([, { type }]) => types?.has(type) ?? true);
    return { status: 200, body: pageOfMap(new Map(fields), query) };
  },
  createField: ({ state, values: { path, body }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    const given = 'signer_id' in body ? { ...body, signer_id: body.signer_id.toLowerCase() } : body;
    const field = newField(found.document.id, given, tools);
    found.document.fields.set(field.id, field);
    return { status: 201, body: field };
  },
  updateField: ({ state, values: { path, body }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { fields } = found.document;
    const field = fields.get(path.fieldId.toLowerCase());
    if (field === undefined) return notFound;
    const changed = changedField(field, body);
    fields.set(changed.id, changed);
    return { status: 200, body: changed };
  },
  deleteField: ({ state, values: { path }, tools }) => {
    const found = documentAt(state, path, tools.now());
    if ('failure' in found) return found;
    return found.document.fields.delete(path.fieldId.toLowerCase()) ? { status: 204 } : notFound;
  },
};

type NewField = Parameters<Handlers['createField']>[0]['values']['body'];
type Changes = Parameters<Handlers['updateField']>[0]['values']['body'];
/** A field that comes along with its signer lacks what only a field of its own has. */
export type GivenField = NewField extends infer One
  ? One extends { readonly font?: unknown }
    ? Omit<One, 'font'> & Partial<Pick<One, 'font'>>
    : One
  : never;

const defaultFont = {
  family: 'Inconsolata',
  color: '#000000',
  size: 12,
  variants: { italic: false, bold: false },
};

const textWidth = 180;
const line = 24;

/** As large as its text, which is not measured here. */
const sizeOfText = { width: textWidth, height: line } as const;
const sizeOfSignature = { width: 85, height: 37 } as const;

function isSide(name: string): name is keyof typeof sizeOfText {
  return Object.hasOwn(sizeOfText, name);
}

/** With what the API fills in by itself. */
export function newField(document: string, given: GivenField, tools: Pick<EmulatorTools, 'uuid'>): FieldReply {
  const identity = { id: tools.uuid(), document_id: document };
  switch (given.type) {
    case 'signature': {
      const { width = sizeOfSignature.width, height = sizeOfSignature.height, reason = null, ...rest } = given;
      return { ...identity, ...rest, height, width, reason };
    }
    case 'mention': {
      const { width = textWidth, height, font, ...rest } = given;
      return { ...identity, ...rest, width, height: height ?? line, font: fontOf(font) };
    }
    case 'text': {
      const { width = textWidth, height = line, instruction = null, optional = false, font, ...rest } = given;
      return { ...identity, ...rest, width, height, instruction, optional, answer: null, font: fontOf(font) };
    }
    case 'checkbox': {
      const { size = line, name = null, optional = false, checked = false, ...rest } = given;
      return { ...identity, ...rest, name, checked, optional, size };
    }
    case 'radio_group': {
      const { name = null, optional = false, radios, ...rest } = given;
      return { ...identity, ...rest, optional, name, radios: radios.map(newRadio) };
    }
    case 'read_only_text': {
      const { width, height, font, ...rest } = given;
      return { ...identity, ...rest, height: height ?? line, width: width ?? textWidth, font: fontOf(font) };
    }
  }
}

type GivenRadio = NonNullable<Changes['radios']>[number];

function newRadio({ name = null, x, y, size = line }: GivenRadio) {
  return { name, x, y, size, checked: false };
}

function fontOf(font: Extract<NewField, { type: 'text' }>['font']) {
  return font ?? defaultFont;
}

/** Takes of the changes what a field of this type has. */
function changedField(field: FieldReply, { radios, font, ...changes }: Changes): FieldReply {
  const usual = field.type === 'signature' ? sizeOfSignature : sizeOfText;
  const known = Object.entries(changes).flatMap(([name, value]) => {
    if (value === undefined || !Object.hasOwn(field, name)) return [];
    return [[name, value === null && isSide(name) ? usual[name] : value]];
  });
  const changed = { ...field, ...Object.fromEntries(known) };
  if (changed.type === 'radio_group') return { ...changed, radios: radios?.map(newRadio) ?? changed.radios };
  return 'font' in changed && font !== undefined ? { ...changed, font: fontOf(font) } : changed;
}
