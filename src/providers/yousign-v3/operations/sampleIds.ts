/** Ids of the examples: those that the documentation prints, and others of the same form. The emulator has each. */
export const sampleIds = {
  /** A draft with one document and one signer. */
  signatureRequest: 'b061af63-b25d-4ae7-aaef-b46178617129',
  document: '89120884-d29a-4b1a-ac7b-a9e73a872796',
  signer: 'd2c36369-76b5-4fe3-82f3-3987337d39ff',
  field: '9b6ed2f3-244f-487a-baa1-bbe4f51c8748',
  /** A signature request that waits for its approver. */
  approvalRequest: '0c3d5a11-2b4f-4e6a-8c1d-3f5a7b9c0e12',
  approver: '1d4e6b22-3c50-4f7b-9d2e-406b8cad1f23',
  /** An ongoing signature request with a signer who was notified. */
  ongoingRequest: '2e5f7c33-4d61-408c-ae3f-517c9dbe2034',
  notifiedSigner: '3f608d44-5e72-419d-bf40-628daecf3145',
  /** A signature request that is done, with a signer who signed. */
  doneRequest: '40719e55-6f83-42ae-8051-739ebfd04256',
  signedSigner: '5182af66-7094-43bf-9162-84afc0e15367',
  /** A signature request that has expired. */
  expiredRequest: '6293b077-81a5-44c0-a273-95b0d1f26478',
  /** Its calls fail with status 500. */
  brokenRequest: 'b7e8f5cc-d6fa-4915-97c8-eaf5264719cd',
  /** A draft that has no room for another signer or field. */
  fullRequest: 'a6d7f4bb-c5e9-4804-86b7-d9f4153608bc',
  user: '73a4c188-92b6-45d1-b384-a6c1e2037589',
  contact: '84b5d299-a3c7-46e2-8495-b7d2f314869a',
  webhook: '95c6e3aa-b4d8-47f3-95a6-c8e3042597ab',
  workspace: '8d49eedc-0000-4000-8000-000000000000',
} as const;
