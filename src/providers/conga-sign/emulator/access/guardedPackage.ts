import type { EmulatorTools } from '../../../../core/emulation';
import { licence } from '../../operations/attachments/attachmentPaths';
import { demoSender } from '../account';
import { attachmentsOf, setFiles } from '../attachments/attachmentFiles';
import { newPackage } from '../packages/packages';
import { newSchedule, planReminders } from '../reminders/schedule';
import type { EmulatedPackage } from '../state';

/** One that was sent to people who must prove who they are: by an answer, by a code, and one who failed too often. */
export function guardedPackage(id: string, tools: EmulatorTools): EmulatedPackage {
  const holder = newPackage(
    { id, sender: demoSender },
    { name: 'Loan application', status: 'SENT', roles: roles(), documents: documents() },
    tools,
  );
  const [first, , third] = holder.roles;
  if (first !== undefined) {
    first.access.verification = { typeId: 'DIGIPASS', payload: 'FDB1234567' };
    attachLicence(holder, first, tools.now());
  }
  if (third !== undefined) third.body = { ...third.body, locked: true };
  holder.schedule = newSchedule({ packageId: id, startInDaysDelay: 1, intervalInDays: 2, repetitionsCount: 3 });
  planReminders(holder, tools.now());
  return holder;
}

function roles() {
  const challenges = [{ question: 'What’s your favorite sport?', answer: 'golf', maskInput: false }];
  const person = (number: number, firstName: string, lastName: string) => ({
    id: `Signer${number}`,
    email: `${firstName.toLowerCase()}@example.com`,
    firstName,
    lastName,
  });
  const role = (signer: ReturnType<typeof person>, auth: object, phone = '') => ({
    id: signer.id,
    name: signer.id,
    signers: [{ ...signer, phone, auth }],
  });
  return [
    {
      ...role(person(1, 'Robin', 'Stone'), { scheme: 'CHALLENGE', challenges }),
      attachmentRequirements: [
        {
          name: 'Driver’s license',
          description: 'Please upload a scanned copy of your driver’s license.',
          required: true,
        },
      ],
    },
    role(person(2, 'Toni', 'Wood'), { scheme: 'SMS' }, '+15145550123'),
    role(person(3, 'Uma', 'Hill'), { scheme: 'CHALLENGE', challenges }),
  ];
}

function documents() {
  const field = {
    type: 'SIGNATURE',
    subtype: 'FULLNAME',
    page: 0,
    left: 100,
    top: 100,
    width: 200,
    height: 50,
  } as const;
  const approvals = [1, 2, 3].map((number) => ({ role: `Signer${number}`, fields: [field] }));
  return [{ id: 'document-1', name: 'Loan application', approvals }];
}

/** With the ID of the examples. */
function attachLicence(holder: EmulatedPackage, role: EmulatedPackage['roles'][number], now: number): void {
  const attachmentRequirements = role.body.attachmentRequirements.map((one) => ({ ...one, id: licence.attachmentId }));
  role.body = { ...role.body, attachmentRequirements };
  const [attachment] = attachmentsOf(holder, role);
  const content = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
  const file = { id: 1, name: 'licence.pdf', mediaType: 'application/pdf', content, insertedAt: now };
  if (attachment !== undefined) setFiles(holder, attachment, [file]);
}
