import { refuse } from '../../failures';
import { tellCopy, tellDocument } from '../events/documentEvents';
import type { Handlers } from '../state';
import { addCopy } from './copies';

export const templateHandlers: Pick<Handlers, 'createTemplate' | 'copyTemplate'> = {
  createTemplate: ({ state, values: { body }, caller: { account: owner }, tools }) => {
    const document = state.documents.get(body.document_id);
    if (document?.owner !== owner) return refuse('document-not-found-v1');
    const { id } = addCopy(state, document, { name: body.document_name, template: true, owner }, tools);
    return { status: 200, body: { id } };
  },
  /** The name stands under both keys that clients read. */
  copyTemplate: ({ state, values: { path, body }, caller: { account: owner }, tools }) => {
    const template = state.documents.get(path.template_id);
    if (template === undefined) return refuse('template-not-found');
    const copy = addCopy(state, template, { name: body?.document_name, template: false, owner }, tools);
    tellCopy(state, template, copy, tools);
    tellDocument(state, 'document.create', copy, tools);
    const { id, name } = copy;
    return { status: 200, body: { id, document_name: name, name } };
  },
};
