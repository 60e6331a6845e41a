/** Yousign's own pages about v2 are gone; this is a mirror of them. */
const manual = 'https://developers.qodex.ai/yousign-api-v2/api-v2-documentation-yousign-developers';

/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  manual,
  members: `${manual}/procedure-creation-advanced-mode/members-4`,
  fileObjects: `${manual}/procedure-creation-advanced-mode/file_objects-1`,
  textFields: `${manual}/advanced-features-text-fields/file_objects`,
  procedures: `${manual}/advanced-features-procedure-s-template/procedures-5`,
  emailCode: `${manual}/security-code-otp-email/procedures-14`,
  swagger: 'https://github.com/cashbee-team/yousign_client/blob/master/yousign_openapi.json',
  phpClient: 'https://github.com/landrok/yousign-api',
  odooModule: 'https://github.com/akretion/yousign-connector',
  pythonClient: 'https://github.com/weassur/yousign-python',
  goClient: 'https://github.com/tbruyelle/yousign',
  /** Names the statuses of POST /members. */
  laterClient: 'A generated client of a later API description: PostMemberInternalServerErrorException',
  deprecatedClient: 'https://github.com/OlivierWizi/WiziYousignClient',
  apiPlatform: 'https://api-platform.com/docs/v2.7/core/errors/',
} as const;
