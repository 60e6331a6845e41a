import { type HandlerContext, isRejection, type Rejection } from '../../../../core/emulation';
import { isPdf } from '../../../../core/replies/body/pdf/isPdf';
import { pick } from '../../../../core/typing/keysOf';
import { marked, pdfOf } from '../../../../kit/files/pdf';
import { namedApart, sentFile } from '../../../../kit/files/sentFile';
import { zip } from '../../../../kit/files/zip';
import { refuse } from '../../failures';
import type { DocumentInput } from '../../operations/documents/documentFields';
import type { DocumentReply } from '../../operations/documents/documentReplies';
import { oneSpan } from '../../operations/oneSpan';
import { nothingIn } from '../dialects';
import { type EmulatedPackage, type Handlers, packageAt, type State } from '../state';
import { consentFile, consentId } from './consent';
import { documentAt, documentFor, type InDocument } from './documentAt';
import { viewDocument, viewDocuments } from './documentView';
import { uploadedFiles } from './files';
import {
  type EmulatedDocument,
  type EmulatedFile,
  namedDocument,
  newApproval,
  newDocument,
  newField,
} from './newDocument';

export const documentHandlers: Pick<
  Handlers,
  | 'uploadDocument'
  | 'uploadDocuments'
  | 'getDocument'
  | 'updateDocument'
  | 'postDocument'
  | 'deleteDocument'
  | 'deleteDocuments'
  | 'downloadDocument'
  | 'downloadOriginal'
  | 'downloadDocuments'
> = {
  uploadDocument: (context) => {
    const { values, uploads } = context;
    const [file] = uploadedFiles(values.body.file, uploads);
    if (file === undefined) return refuse('bad-request');
    const added = add(context, [values.body.payload], [file]);
    if (isRejection(added)) return added;
    const [document] = added;
    return document === undefined ? refuse('bad-request') : { status: 200, body: document };
  },
  uploadDocuments: (context) => {
    const { values, uploads } = context;
    const files = uploadedFiles(values.body.file, uploads);
    if (files.length < values.body.payload.length) return refuse('bad-request');
    const added = add(context, values.body.payload, files);
    return isRejection(added) ? added : { status: 200, body: [...added] };
  },
  getDocument: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const document = viewDocuments(found).find(({ id }) => id === path.documentId);
    return document === undefined ? refuse('document-not-found') : { status: 200, body: document };
  },
  updateDocument: update,
  postDocument: update,
  deleteDocument: (context) => {
    const found = documentFor(context);
    if (isRejection(found)) return found;
    const { holder, document } = found;
    holder.documents = holder.documents.filter((other) => other !== document);
    holder.updatedAt = context.tools.now();
    return nothingIn(context.dialect);
  },
  deleteDocuments: ({ state, values: { path, body }, tools, dialect }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    if (body.includes(consentId)) return refuse('bad-request');
    if (body.some((id) => documentAt(found, id) === undefined)) return refuse('document-not-found');
    found.documents = found.documents.filter(({ body: { id } }) => !body.includes(id));
    found.updatedAt = tools.now();
    return nothingIn(dialect);
  },
  downloadDocument: (context) => {
    const found = fileFor(context);
    if (isRejection(found)) return found;
    // OneSpan's description says that the PDF is bytes of no kind.
    const type = context.dialect === oneSpan ? 'application/octet-stream' : 'application/pdf';
    return sentFile(downloaded(found), type, `${found.name}.pdf`);
  },
  downloadOriginal: (context) => {
    const found = fileFor(context);
    return isRejection(found) ? found : sentFile(found.file.content, 'application/octet-stream', found.file.name);
  },
  downloadDocuments: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const entries = found.documents.map((document) => {
      const paper = paperOf(found, document);
      return { name: `${paper.name}.pdf`, content: downloaded(paper) };
    });
    return sentFile(zip(namedApart(entries)), 'application/zip', `${found.values.name ?? found.id}.zip`);
  },
};

type InPackage = Pick<
  HandlerContext<State, { readonly path: { readonly packageId: string } }>,
  'state' | 'values' | 'tools'
>;

/** All of them or none. */
function add(
  { state, values: { path }, tools }: InPackage,
  inputs: readonly DocumentInput[],
  files: readonly EmulatedFile[],
): readonly DocumentReply[] | Rejection {
  const found = packageAt(state, path.packageId, tools.now());
  if (isRejection(found)) return found;
  const ids = inputs.flatMap(({ id }) => id ?? []);
  const isTaken = ids.some((id) => documentAt(found, id) !== undefined) || new Set(ids).size < ids.length;
  if (isTaken) return refuse('document-id-taken');
  const first = found.documents.length + 1;
  const added = inputs.flatMap((input, place) => {
    const file = files[place];
    return file === undefined ? [] : [newDocument(input, { index: first + place, file }, tools)];
  });
  found.documents.push(...added);
  found.updatedAt = tools.now();
  return added.map((document) => viewDocument(found, document));
}

function update(
  context: HandlerContext<State, { readonly path: InDocument['values']['path']; readonly body: DocumentInput }>,
) {
  const found = documentFor(context);
  if (isRejection(found)) return found;
  const { holder, document } = found;
  const { name, approvals, fields, ...values } = context.values.body;
  document.body = {
    ...document.body,
    ...pick(values, ['description', 'index', 'extract', 'extractionTypes', 'external', 'data']),
    ...(name !== undefined && { name: namedDocument(name) }),
    ...(approvals && { approvals: approvals.map((item) => newApproval(item, context.tools)) }),
    ...(fields && { fields: fields.map((field) => newField(field, context.tools)) }),
  };
  holder.updatedAt = context.tools.now();
  return { status: 200 as const, body: viewDocument(holder, document) };
}

interface Paper {
  readonly name: string;
  readonly file: EmulatedFile;
  /** What the mark says of it. */
  readonly standing: string;
}

function fileFor(context: InDocument): Paper | Rejection {
  const { state, values, tools } = context;
  const holder = packageAt(state, values.path.packageId, tools.now());
  if (isRejection(holder)) return holder;
  if (values.path.documentId === consentId) return { name: consentId, file: consentFile, standing: holder.status };
  const document = documentAt(holder, values.path.documentId);
  return document === undefined ? refuse('document-not-found') : paperOf(holder, document);
}

function paperOf(holder: EmulatedPackage, document: EmulatedDocument): Paper {
  const { approvals, name } = viewDocument(holder, document);
  const given = approvals.filter(({ signed }) => signed != null).length;
  return { name, file: document.file, standing: `${holder.status}, ${given} of ${approvals.length} approvals given` };
}

/** What went up, marked so that nobody takes it for signed; other files than PDFs are not converted. */
function downloaded({ name, file, standing }: Paper): Uint8Array {
  const content = isPdf(file.content) ? file.content : pdfOf([`${name}: the emulator does not convert ${file.name}.`]);
  return marked(content, `From the emulator of E-Sign Workbench, signed by nobody. ${standing}.`);
}
