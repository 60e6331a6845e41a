import type { KnownCalls } from '../../kit/absent/knownCalls';
import { sources } from './sources';

/** Calls that others list. Those that become operations are left out of what is absent by themselves. */
export const calls: KnownCalls = {
  [sources.openApi]: {
    'POST /archives': 'Direct upload an archived file',
    'GET /archives/{archivedFileId}/download': 'Download archived file',
    'GET /bank_account_verifications': 'List Bank Account Verifications',
    'POST /bank_account_verifications': 'Initiate a new Bank Account Verification',
    'GET /bank_account_verifications/{bankAccountVerificationId}': 'Retrieve a bank account verification',
    'GET /consumptions': 'Get Consumptions',
    'GET /consumptions/addons': 'Get detailed addon consumption',
    'GET /consumptions/detail': 'Get detailed Consumption data',
    'GET /consumptions/export': 'Export Consumption data',
    'DELETE /contacts/{contactId}': 'Delete a Contact',
    'PATCH /contacts/{contactId}': 'Update a Contact',
    'GET /custom_experiences': 'List Custom Experiences',
    'POST /custom_experiences': 'Create a Custom Experience',
    'DELETE /custom_experiences/{customExperienceId}': 'Delete a Custom Experience',
    'GET /custom_experiences/{customExperienceId}': 'Get a Custom Experience',
    'PATCH /custom_experiences/{customExperienceId}': 'Update a Custom Experience',
    'DELETE /custom_experiences/{customExperienceId}/logo': 'Delete a Custom Experience logo',
    'POST /custom_experiences/{customExperienceId}/logo': 'Update a Custom Experience logo',
    'POST /documents': '[DEPRECATED] Upload a Document',
    'POST /electronic_seal_documents': 'Create an Electronic Seal Document',
    'GET /electronic_seal_documents/{electronicSealDocumentId}/download': 'Download an Electronic Seal Document',
    'GET /electronic_seal_images': 'List Electronic Seal Images',
    'POST /electronic_seal_images': 'Upload an Electronic Seal Image',
    'DELETE /electronic_seal_images/{electronicSealImageId}': 'Delete an Electronic Seal Image',
    'GET /electronic_seal_images/{electronicSealImageId}/download': 'Download an Electronic Seal Image',
    'POST /electronic_seals': 'Create an Electronic Seal',
    'GET /electronic_seals/{electronicSealId}': 'Get an Electronic Seal',
    'GET /electronic_seals/{electronicSealId}/audit_trails': 'Get an Electronic Seal Audit Trail',
    'GET /electronic_seals/{electronicSealId}/audit_trails/download': 'Download an Electronic Seal Audit Trail',
    'GET /id_document_verifications': 'List ID Document Verifications',
    'POST /id_document_verifications': 'Initiate a new ID document verification',
    'GET /id_document_verifications/{idDocumentVerificationId}': 'Retrieve an ID document verification',
    'GET /signature_requests/{signatureRequestId}/consent_requests':
      'List Signer Consent Requests of the Signature Request',
    'POST /signature_requests/{signatureRequestId}/consent_requests':
      'Add Signer Consent Request to a Signature Request',
    'DELETE /signature_requests/{signatureRequestId}/consent_requests/{consentRequestId}':
      'Delete a Signer Consent Request',
    'PATCH /signature_requests/{signatureRequestId}/consent_requests/{consentRequestId}':
      'Update a Signer Consent Request',
    'DELETE /signature_requests/{signatureRequestId}/consent_requests/{consentRequestId}/signers/{signerId}':
      'Remove a Signer from a given Signer Consent Request',
    'PUT /signature_requests/{signatureRequestId}/consent_requests/{consentRequestId}/signers/{signerId}':
      'Adds a Signer to a given Signer Consent Request',
    'GET /signature_requests/{signatureRequestId}/document_requests':
      'List Signer Document Requests of the Signature Request',
    'POST /signature_requests/{signatureRequestId}/document_requests':
      'Add Signer Document Request to a Signature Request',
    'DELETE /signature_requests/{signatureRequestId}/document_requests/{documentRequestId}':
      'Delete a Signer Document Request',
    'DELETE /signature_requests/{signatureRequestId}/document_requests/{documentRequestId}/signers/{signerId}':
      'Remove a Signer to a given Signer Document Request',
    'PUT /signature_requests/{signatureRequestId}/document_requests/{documentRequestId}/signers/{signerId}':
      'Adds a Signer to a given Signer Document Request',
    'POST /signature_requests/{signatureRequestId}/documents/{documentId}/replace':
      'Replace a Document in a Signature Request',
    'DELETE /signature_requests/{signatureRequestId}/metadata': 'Delete the Signature Request Metadata',
    'GET /signature_requests/{signatureRequestId}/metadata': 'Get the Signature Request Metadata',
    'POST /signature_requests/{signatureRequestId}/metadata': 'Attach Metadata to a Signature Request',
    'PUT /signature_requests/{signatureRequestId}/metadata': 'Update Metadata of a Signature Request',
    'DELETE /signature_requests/{signatureRequestId}/signers/{signerId}/documents':
      'Delete the Documents uploaded by a Signer',
    'GET /signature_requests/{signatureRequestId}/signers/{signerId}/documents':
      'List the Signer Documents of a Signer',
    'GET /signature_requests/{signatureRequestId}/signers/{signerId}/documents/{signerDocumentId}/download':
      'Download a Signer Document',
    'GET /templates': 'List Templates',
    'POST /users': 'Create a new User',
    'GET /users/invitations': 'List User Invitations',
    'GET /users/invitations/{invitationId}': 'Get an Invitation',
    'DELETE /users/{userId}': 'Delete a User',
    'PATCH /users/{userId}': 'Update a User',
    'GET /users/{userId}/invitation': 'Get a User Invitation via the User',
    'GET /video_identity_verifications': 'List Identity Verifications',
    'POST /video_identity_verifications': 'Initiate a new Identity Verification',
    'GET /video_identity_verifications/{identityVerificationId}': 'Retrieve an identity verification',
    'GET /workspaces': 'List Workspaces',
    'POST /workspaces': 'Create a Workspace',
    'GET /workspaces/default': 'Get the default Workspace',
    'POST /workspaces/default': 'Mark the given Workspace as default',
    'DELETE /workspaces/{workspaceId}': 'Delete a Workspace',
    'GET /workspaces/{workspaceId}': 'Get a Workspace',
    'PATCH /workspaces/{workspaceId}': 'Update a Workspace',
    'DELETE /workspaces/{workspaceId}/users/{userId}': 'Remove a user from a workspace',
    'PUT /workspaces/{workspaceId}/users/{userId}': 'Associate a user to a workspace',
  },
};
