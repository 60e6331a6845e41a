import { pdfOf } from '../../../../kit/files/pdf';
import type { DocumentReply } from '../../operations/documents/documentReplies';
import { type EmulatedPackage, printedTime, signingRoles } from '../state';
import { type EmulatedFile, factsOfFile } from './newDocument';

export const consentId = 'default-consent';
export const consentTitle = 'Electronic Disclosures and Signatures Consent';

export const consentFile: EmulatedFile = { content: pdfOf([consentTitle]), name: `${consentTitle}.pdf` };

const factsOfConsent = factsOfFile(consentFile);

/** Every package has one: whoever signs accepts it, also when no other document names them. */
export function consentDocument(holder: EmulatedPackage): DocumentReply {
  return {
    id: consentId,
    name: consentTitle,
    status: null,
    description: '',
    index: 0,
    ...factsOfConsent,
    extract: false,
    extractionTypes: [],
    tagged: false,
    fields: [],
    approvals: signingRoles(holder).map(({ body, signedAt }) => {
      const date = signedAt === undefined ? null : printedTime(signedAt);
      return {
        id: `consent-${body.id}`,
        name: '',
        role: body.id,
        optional: false,
        enforceCaptureSignature: false,
        accepted: date,
        signed: date,
        data: null,
        fields: [],
      };
    }),
    external: null,
    signedHash: null,
    signerVerificationToken: null,
    data: null,
  };
}
