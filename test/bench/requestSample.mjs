// One request that needs no look-up, as a file for the command line and as a call for the baselines.
export const token = 'a-bench-token';
export const path = '/v2/documents/a-document/embedded-invites/an-invite/link';
export const body = { auth_method: 'none', link_expiration: 45 };

export const requestFile = {
  operation: 'signnow/create-embedded-invite-link',
  connection: 'signnow/test',
  path: { document_id: 'a-document', field_invite_id: 'an-invite' },
  body,
};

export const reply = { data: { link: 'https://signing.example/a-link' } };
