import { cheapestCall } from '../../kit/calls';
import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { about } from './about';
import { auth } from './auth';
import { calls } from './calls';
import { disputes } from './disputes';
import { failures } from './failures';
import { productionLimits, sandboxLimits } from './limits';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { listSignatureRequests } from './operations/signatureRequests/readSignatureRequests';
import { choices } from './resources/choices';
import { signatureRequestCollection } from './resources/signatureRequests';
import { webhooks } from './webhooks';

export const yousignV3 = defineProvider({
  ...about,
  environments: [
    { ...sandbox('sandbox', 'Sandbox', 'https://api-sandbox.yousign.app/v3'), limits: sandboxLimits },
    { ...production('Production', 'https://api.yousign.app/v3'), limits: productionLimits },
  ],
  auth,
  operations,
  cheapestCall: cheapestCall(listSignatureRequests, { query: { limit: 1 } }),
  nextSteps,
  failures,
  calls,
  resources: { collections: [signatureRequestCollection], choices },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    'In the emulator every code by e-mail or SMS is 123456, and nothing is mailed; GET /__emulator/signers lists the pages.',
    'The emulator keeps uploads as they are: it converts nothing to PDF, reads no smart anchors, and signs nothing.',
    'How simple signers are authenticated where nothing is said is not documented; the emulator says no_otp.',
    'Fields of what ends otherwise: that signers who are left over become aborted is inferred from the name of the status.',
    'Which fields a change may name that its type does not have is not documented; the emulator passes over them.',
    'Templates, and documents that were uploaded to no signature request, are unknown to the emulator.',
    'The texts of most errors, what 401, 403 and 404 say among them, and the rest of the list of types behind document.not_replaceable are not published.',
    'When the day of a trial begins, of which it takes 100 signature requests, and how it refuses the next is not documented; the emulator counts from the first of them.',
    'Nothing is mailed by the emulator, so automatic reminders are kept with a signature request and come to nobody.',
    'The emulator takes 25 MB at once, the API documents of 50 MB; larger files are refused before they are sent.',
    'Which keys of a signature request may change while it is ongoing, and whether signers may be removed then, is not documented; nothing is refused before sending.',
    'Whether one e-mail address may sign twice is not documented.',
    'How the order of signers and approvers of 2026 (custom_recipient_order) is switched on is not published with the rest; replies and rules know it.',
    'The two signature levels that the description of 2025 had besides, for certificates and mode 1, are gone since; they are not offered.',
    'The approvers of a signature request can be listed since 2026; before, they were known by ID only.',
    'Signature requests made in the web app are not listed unless the source is named: since 2026 the list is that of the API when it is left out.',
    'How long a code of send_otp lives and how often it may be wrong is not documented.',
    'Not covered around documents: replacing one, whose form is not described in what could be read (delete it and upload another), and POST /documents, for documents of no signature request yet.',
    'Not covered around signers: signing with a picture of the signature, consent requests, documents asked of signers, answers to fields, and proofs of identity (identity_verification, verified_identity_proof); all belong to signing pages of your own.',
    'Not covered around signature requests: pause and resume, the embedded preparation link, metadata, labels, custom properties and templates.',
    'Not covered, as no signer needs it: changing users and contacts, workspaces, verifications, workflows, electronic seals, analyses, monitorings and consumption.',
  ],
});
