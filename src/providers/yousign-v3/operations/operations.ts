import { getSignatureRequest, listSignatureRequests } from './signatureRequests/readSignatureRequests';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = { listSignatureRequests, getSignatureRequest };
