import * as z from 'zod';
import { keysOf, recordOf } from '../../../../core/typing/keysOf';
import { choice, flag, list, text, timeText } from '../../../../kit/fields';

const sides = {
  after: 'at or after',
  before: 'at or before',
  strictly_after: 'after',
  strictly_before: 'before',
} as const;

const names = {
  createdAt: 'Created',
  updatedAt: 'Updated',
  expiresAt: 'Expires',
  deletedAt: 'Deleted',
} as const;

const time = (title: string) => timeText(title, 'A date or time as replies print it.', '2018-12-01');

const timeFilters = recordOf(
  keysOf(names).flatMap((name) =>
    keysOf(sides).map((side) => [`${name}[${side}]`, time(`${names[name]} ${sides[side]}`)] as const),
  ),
);

const wholeNumber = (title: string, description: string, example: number) =>
  z
    .int()
    .min(1)
    .optional()
    .meta({ title, description, examples: [example], alsoAccepts: 'string' });

/** What a list of procedures can be narrowed down by. */
export const listQuery = z.object({
  status: choice(
    { draft: 'Draft', active: 'Active', finished: 'Finished', expired: 'Expired', refused: 'Refused' },
    'Status',
    'Only procedures of this status.',
    {
      meanings: {
        draft: 'Not started yet.',
        active: 'Its members are being asked.',
        finished: 'All members have signed.',
        expired: 'Its last day has passed.',
        refused: 'A member has refused.',
      },
    },
  ),
  name: text('Name', 'Only procedures whose name holds this.', 'My first procedure'),
  template: flag('Templates', 'Templates instead of procedures. No when left out.'),
  page: wholeNumber('Page', 'Number of the page, from 1.', 1),
  itemsPerPage: wholeNumber('Procedures per page', 'How many procedures a page holds.', 30),
  pagination: flag('Pages', 'Off: everything at once.'),
  'members[]': list(
    z.string().meta({ title: 'Member', description: 'ID of a member.' }),
    'Members',
    'Only procedures of these members, by ID.',
    'Member',
  ),
  'members.firstname': text("Member's first name", 'Only procedures with such a member.', 'John'),
  'members.lastname': text("Member's last name", 'Only procedures with such a member.', 'Doe'),
  'members.email': text("Member's e-mail", 'Only procedures with such a member.', 'john.doe@yousign.fr'),
  'members.phone': text("Member's phone", 'Only procedures with such a member.', '+33612345678'),
  'files.name': text('Name of a file', 'Only procedures with such a file.', 'contract.pdf'),
  ...timeFilters,
  'order[createdAt]': choice(
    { asc: 'The oldest first', desc: 'The newest first' },
    'Order',
    'By the time of creation.',
  ),
});

export type ListQuery = z.output<typeof listQuery>;
