import { requiredText } from '../../../../kit/fields';
import { guarded, packagePath } from '../fields';
import { errorReplies, usual } from '../replies';

export const attachmentPath = packagePath.extend({
  attachmentId: requiredText(
    'Attachment ID',
    'ID of the attachment, from the role that must bring it.',
    '1JMGfs9xRDoD',
  ),
});

export const attachmentFilePath = attachmentPath.extend({
  fileId: requiredText('File ID', 'Number of the file, from the files of the attachment.', '1'),
});

/** The attachment of the examples, which the emulator has. */
export const licence = { ...guarded, attachmentId: '1JMGfs9xRDoD' };

/** OneSpan's description has 406, too. */
export const attachmentReplies = { ...errorReplies, 406: errorReplies[400] };

export const ofAttachment = ['bad-request', ...usual, 'package-not-found', 'attachment-not-found'];
