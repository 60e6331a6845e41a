import type { EmulatorTools } from '../../../core/emulation';
import type { FailureId } from '../failures';
import { guarded } from '../operations/fields';
import type { PackageContent } from '../operations/packages/packageFields';
import { guardedPackage } from './access/guardedPackage';
import { demoAccounts, demoSender } from './account';
import { newPackageStore } from './packages/packageStore';
import { newPackage } from './packages/packages';
import type { EmulatedPackage, State } from './state';

/** Constant, so that a request keeps its meaning when the emulator is reset. The first is from the documentation. */
export const demoIds = {
  draft: '9xZvSoqg-ksfWUMGUDjmt1D4tzA=',
  fiveSigners: 'Lq3RkV0sX9dTzGm2eWbYc7HnUaI=',
  sent: 'Sx8mQe4tWv1yBn6kRj3pZa5dFuc=',
  completed: 'Cm2vPz7rLk9tXq4wYn6bHs1jGde=',
  declined: 'Dc5nJw8yTf3mQb7rKx2vLz6pHas=',
  expired: 'Ex1gMt6uVk4zRc9pWn3sYb7qJfd=',
  foreign: 'Fr4hNs9wXp2cLv7kTm6zQb3yGje=',
  failing: 'Er7kQw2nYd5tBz8vMc4xRs6pLhu=',
  guarded: guarded.packageId,
} as const;

export function createDemoState(tools: EmulatorTools): State {
  const make = (id: string, values: PackageContent) => newPackage({ id, sender: demoSender }, values, tools);
  const packages = [
    make(demoIds.draft, content('Consulting agreement', 'DRAFT', 2)),
    make(demoIds.fiveSigners, content('Shareholders’ agreement', 'DRAFT', 5)),
    make(demoIds.sent, content('Rental contract', 'SENT', 2)),
    signed(make(demoIds.completed, content('Order form', 'COMPLETED', 2)), tools.now()),
    declined(make(demoIds.declined, content('Non-disclosure agreement', 'DECLINED', 2)), tools.now()),
    make(demoIds.expired, { ...content('Offer', 'EXPIRED', 1), due: '2024-01-31T00:00:00Z' }),
    refused(make(demoIds.foreign, content('Colleague’s package', 'DRAFT', 1)), 'access-denied'),
    refused(make(demoIds.failing, content('Broken package', 'DRAFT', 1)), 'unexpected-error'),
    guardedPackage(demoIds.guarded, tools),
  ];
  const kept = newPackageStore(tools);
  for (const item of packages) kept.packages.set(item.id, item);
  return {
    ...kept,
    accounts: demoAccounts(),
    callback: undefined,
    registered: undefined,
    files: 1,
  };
}

const names = [
  ['Patty', 'Galant'],
  ['Alex', 'Green'],
  ['Kim', 'Lee'],
  ['Sam', 'Rivers'],
  ['John', 'Smith'],
] as const;

/** Signers in order, each with a signature in the one document. The fifth is the one of the documentation. */
function content(name: string, status: NonNullable<PackageContent['status']>, signers: number): PackageContent {
  const people = names.slice(0, signers).map(([firstName, lastName], index) => {
    const id = `Signer${index + 1}`;
    return { id, firstName, lastName, email: `${id.toLowerCase()}@example.com`, isLast: index === 4 };
  });
  return {
    name,
    status,
    description: `${name}, for trying things out`,
    roles: people.map(({ isLast, ...signer }, index) => ({
      id: signer.id,
      name: signer.id,
      index: isLast ? 0 : index + 1,
      signers: [signer],
    })),
    documents: [
      {
        id: 'document-1',
        name,
        approvals: people.map(({ id }, index) => ({
          id: `approval-${index + 1}`,
          role: id,
          fields: [
            {
              id: `field-${index + 1}`,
              type: 'SIGNATURE' as const,
              subtype: 'FULLNAME',
              page: 0,
              left: 100,
              top: 100 + index * 80,
              width: 200,
              height: 50,
            },
          ],
        })),
      },
    ],
  };
}

function signed(holder: EmulatedPackage, now: number): EmulatedPackage {
  for (const role of holder.roles) role.signedAt = now;
  holder.completedAt = now;
  return holder;
}

function declined(holder: EmulatedPackage, now: number): EmulatedPackage {
  const [role] = holder.roles;
  if (role) holder.messages.push({ content: 'The price is wrong.', created: now, from: role.body });
  return holder;
}

function refused(holder: EmulatedPackage, refusal: FailureId): EmulatedPackage {
  return { ...holder, refusal };
}
