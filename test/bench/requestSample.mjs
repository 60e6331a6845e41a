// One request that needs no look-up, as a file for the command line and as a call for the baselines.
/** One that looks like an id of the API, so that nothing is said of it. */
const id = '016c8d15f909003085ed074a06236bc50bb3e1c3';

export const token = 'a-bench-token';
export const path = `/v2/documents/${id}/embedded-invites/${id}/link`;
export const body = { auth_method: 'none', link_expiration: 45 };

export const requestFile = {
  operation: 'signnow/create-embedded-invite-link',
  connection: 'signnow/test',
  path: { document_id: id, field_invite_id: id },
  body,
};

export const reply = { data: { link: 'https://signing.example/a-link' } };

/** The same request so many times, as the steps of a workflow. @param {number} count */
export function scenarioOf(count) {
  const { path, body } = requestFile;
  const step = {
    operationId: requestFile.operation.split('/')[1],
    parameters: Object.entries(path).map(([name, value]) => ({ name, in: 'path', value })),
    requestBody: { payload: body },
    successCriteria: [{ condition: '$statusCode == 200' }],
    outputs: { link: '$response.body#/data/link' },
  };
  const steps = Array.from({ length: count }, (_, place) => ({ stepId: `link${place}`, ...step }));
  return {
    arazzo: '1.0.1',
    info: { title: 'Many links', version: '1' },
    sourceDescriptions: [{ name: 'api', type: 'openapi', url: `esign:${requestFile.operation.split('/')[0]}` }],
    workflows: [{ workflowId: 'many', steps }],
  };
}
