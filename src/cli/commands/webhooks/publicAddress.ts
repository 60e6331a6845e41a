import type { Problem } from '../../../core/problems/problem';
import type { Provider } from '../../../core/provider';
import { oneLine, quotable } from '../../../core/quoting/oneLine';
import { callFailedText } from '../../../core/webhooks/registering/doorCall';
import type { WebhookEndpoint } from '../../../core/webhooks/registering/endpoint';
import type { Registration, Removal } from '../../../core/webhooks/registering/registerEndpoint';
import { type PreparedRegistration, prepareRegistration } from '../../../headless/webhooks/registration';
import { describeCliProblem } from '../../print/describeCliProblem';
import { type CommandArguments, exitCodes, type Surroundings, UsageError } from '../../surroundings';
import { namedAddress } from './namedAddress';

const needsYes = 4;

/** An address of a person's own that leads here, to be registered with an API for as long as events are received. */
export interface PublicAddress extends PreparedRegistration {
  readonly url: string;
  readonly provider: Provider;
  readonly endpoint: WebhookEndpoint;
}

/** Undefined where none is given; the exit code where it cannot be registered. */
export function givenPublicAddress(
  surroundings: Surroundings,
  { values }: CommandArguments,
  providers: readonly Provider[],
  secretOf: (provider: string) => string,
): PublicAddress | number | undefined {
  const text = values['public-url'];
  if (text === undefined) {
    const option = ['connection', 'base-url'].find((name) => values[name] !== undefined);
    if (option !== undefined)
      throw new UsageError(`--${option} says where --public-url is registered: add --public-url URL.`);
    return undefined;
  }
  const { url } = namedAddress('--public-url', text);
  const [provider, ...others] = providers;
  if (provider === undefined || others.length > 0)
    throw new UsageError('--public-url needs --provider: it is registered with one API.');
  const { endpoint, registration } = provider.webhooks ?? {};
  if (endpoint === undefined) {
    throw new UsageError(`${provider.title} has no call that registers an address for an account. ${registration}`);
  }
  const wish = { provider, endpoint, url, secret: secretOf(provider.id) };
  const account = { connection: values['connection'], baseUrl: values['base-url'] };
  const prepared = prepareRegistration(surroundings, { ...wish, ...account });
  if ('kind' in prepared) return tellProblem(surroundings, prepared, provider);
  return { ...prepared, url, provider, endpoint };
}

function tellProblem({ err }: Surroundings, problem: Problem, provider: Provider): number {
  const { title, cause, nextStep } = describeCliProblem(problem, { provider });
  err(`Nothing was registered. ${title}. ${cause}\nNext: ${nextStep}\n`);
  return exitCodes.usage;
}

/** Whether it was agreed to, by `--yes` or at the terminal; the exit code where it was not. */
export async function isAgreed(
  { confirm, err }: Surroundings,
  { flags }: CommandArguments,
  { question: { title, detail } }: PublicAddress,
): Promise<true | number> {
  err(`${title}\n${detail}\n`);
  if (flags.has('yes')) return true;
  if (confirm !== undefined && (await confirm('Register it?'))) return true;
  err(confirm === undefined ? 'Nothing was registered. Add --yes when it is meant.\n' : 'Nothing was registered.\n');
  return needsYes;
}

/** Registers it, and says how it went. Gives what takes it back. */
export async function register(
  { err, signal }: Surroundings,
  address: PublicAddress,
): Promise<(() => Promise<boolean>) | undefined> {
  const { url, provider, endpoint } = address;
  const registration = await address.register(signal);
  if (registration.kind === 'registered') {
    err(`Registered ${quotable(url, 200)} with ${provider.title}.\n`);
    return async () => tellRemoval(err, address, await removing(err, registration, endpoint));
  }
  if (registration.kind === 'occupied') {
    const there = quotable(registration.url, 200);
    err(`Nothing was registered: the account has the address ${there}, which would be replaced. ${endpoint.byHand}\n`);
    return undefined;
  }
  err(`It could not be registered: ${oneLine(callFailedText(registration.error))}\n`);
  tellRemoval(err, address, registration.removal);
  return undefined;
}

function removing(
  err: Surroundings['err'],
  registration: Extract<Registration, { kind: 'registered' }>,
  { removal }: WebhookEndpoint,
): Promise<Removal> {
  if (removal !== undefined) err('Taking the registration back; Ctrl+C leaves it.\n');
  return registration.remove();
}

/** Whether nothing is left. */
function tellRemoval(err: Surroundings['err'], { endpoint, url }: PublicAddress, removal: Removal): boolean {
  if (removal.kind === 'removed') {
    err('Nothing of it is registered any more.\n');
    return true;
  }
  const why =
    removal.kind === 'failed' ? `could not be removed: ${oneLine(callFailedText(removal.error))}` : 'stays registered.';
  err(`${quotable(url, 200)} ${why} ${endpoint.byHand}\n`);
  return removal.kind === 'stays';
}
