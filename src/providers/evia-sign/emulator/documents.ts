import { servedAddress } from '../../../core/addresses/webAddress';
import { readDataUri } from '../../../core/attachments/dataUri';
import { refuse } from '../failures';
import { type EmulatedDocument, type Handlers, requestAt } from './state';

export const documentHandlers: Pick<Handlers, 'uploadDocument' | 'listDocuments' | 'downloadDocument'> = {
  uploadDocument: ({ state, values: { body }, tools, upload }) => {
    const token = tools.uuid();
    const file = readDataUri(body.File);
    const name = ('name' in file ? file.name : undefined) ?? body.File;
    state.documents.set(token, { token, name, bytes: upload('File') ?? sampleBytes(name) });
    return { status: 200, body: { documentToken: token } };
  },
  listDocuments: ({ state, values: { path }, baseUrl }) => {
    const request = requestAt(state, path.requestId);
    if (request === undefined) return refuse('request-unknown');
    const documents = request.documents.map(({ token, name }) => ({
      documentName: name,
      downloadUrl: servedAddress(baseUrl, `/_apis/sign/api/v2/documents/${token}/download`) ?? '',
    }));
    return { status: 200, body: { documents } };
  },
  downloadDocument: ({ state, values: { path } }) => {
    const document = state.documents.get(path.token.toLowerCase());
    if (document === undefined) return refuse('document-unknown');
    return { status: 200, headers: { 'content-type': typeOf(document) }, body: document.bytes };
  },
};

/** What stands in a document that came with the emulator. */
export function sampleBytes(name: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.4\n% ${name}, made up by the emulator\n%%EOF\n`);
}

function typeOf({ name }: EmulatedDocument): string {
  return /\.docx?$/i.test(name) ? 'application/octet-stream' : 'application/pdf';
}
