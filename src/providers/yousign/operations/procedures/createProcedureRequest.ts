import * as z from 'zod';
import { flag, list } from '../../../../kit/fields';
import { sources } from '../../sources';
import { asAnswered } from '../asAnswered';
import { aboutId, objectId } from '../fields';
import { inlineFileObjects, memberOptions, person, personTitle, userId, userTitle } from '../members/memberFields';
import { procedureReply } from '../replies';
import { procedureDescription, procedureName, procedureOptions } from './procedureFields';

const member = z.union([
  z.object({ ...person, ...memberOptions, fileObjects: inlineFileObjects }).meta(personTitle),
  z.object({ user: userId, ...memberOptions, fileObjects: inlineFileObjects }).meta(userTitle),
]);

const parent = objectId('procedures')
  .optional()
  .meta(aboutId('procedures', 'Parent', 'Template whose properties are taken over, but for those given here.'));

export const createProcedureRequest = {
  body: z.object({
    name: procedureName,
    description: procedureDescription,
    start: z.boolean().optional().meta({
      title: 'Start at once',
      description:
        'Yes when left out: members are invited. A draft, which files and members can be added to, is not started.',
      alsoAccepts: 'string',
      initial: false,
    }),
    members: list(member, 'Members', 'Who signs. Needed when the procedure is started at once.', 'Member', {
      source: sources.members,
    }),
    ...procedureOptions,
    template: flag('Template', 'Makes a template, which other procedures take their properties from.'),
    ...asAnswered({ parent }, procedureReply),
  }),
};
