import { isRejection, type Rejection } from '../../../../core/emulation';
import { pick } from '../../../../core/typing/keysOf';
import { isPdf, marked, pdfOf } from '../../../../kit/files/pdf';
import { namedApart, sentFile } from '../../../../kit/files/sentFile';
import { zip } from '../../../../kit/files/zip';
import { refuse } from '../../failures';
import { oneSpan } from '../../operations/oneSpan';
import { nothingIn } from '../dialects';
import { type EmulatedPackage, type Handlers, packageAt } from '../state';
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
  | 'getDocument'
  | 'updateDocument'
  | 'deleteDocument'
  | 'downloadDocument'
  | 'downloadOriginal'
  | 'downloadDocuments'
> = {
  uploadDocument: ({ state, values: { path, body }, tools, uploads }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    if (documentAt(found, body.payload.id) !== undefined) return refuse('document-id-taken');
    const [file] = uploadedFiles(body.file, uploads);
    if (file === undefined) return refuse('bad-request');
    const document = newDocument(body.payload, { index: found.documents.length + 1, file }, tools);
    found.documents.push(document);
    found.updatedAt = tools.now();
    return { status: 200, body: viewDocument(found, document) };
  },
  getDocument: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const document = viewDocuments(found).find(({ id }) => id === path.documentId);
    return document === undefined ? refuse('document-not-found') : { status: 200, body: document };
  },
  updateDocument: (context) => {
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
    return { status: 200, body: viewDocument(holder, document) };
  },
  deleteDocument: (context) => {
    const found = documentFor(context);
    if (isRejection(found)) return found;
    const { holder, document } = found;
    holder.documents = holder.documents.filter((other) => other !== document);
    holder.updatedAt = context.tools.now();
    return nothingIn(context.dialect);
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
