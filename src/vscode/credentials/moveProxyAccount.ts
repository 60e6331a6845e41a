import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { hasAccount, isSocks, type ProxyAddress, parseProxy } from '../../core/addresses/proxyAddress';
import { askModal, showInfo, showWarning } from '../shell/notices';
import type { ShellServices } from '../shell/shellServices';
import { proxyAccounts } from './proxyAccounts';

type Services = Pick<ShellServices, 'context' | 'log'>;

/** Kept first, and taken out of VS Code's setting only then. */
export async function moveProxyAccount({ context, log }: Services): Promise<void> {
  const address = exposedProxy();
  if (address === undefined) {
    return void showInfo(
      t('The setting "http.proxy" of VS Code holds no user name and password: there is nothing to move.'),
    );
  }
  if (isSocks(address)) {
    return void showWarning(
      t(
        'Nothing was moved: to a proxy of SOCKS, VS Code gives what stands in its setting "http.proxy" and nothing else.',
      ),
    );
  }
  const answer = await askModal(
    t('Move user name and password of {0} to the secret storage?', address.shown),
    t(
      'They are taken out of the setting "http.proxy", and E-Sign Workbench gives them to this proxy alone. VS Code itself and other extensions have them no longer: VS Code asks for them when it needs them.',
    ),
    t('Move'),
  );
  if (answer === undefined) return;
  await proxyAccounts(context, log).keep(address);
  await vscode.workspace.getConfiguration('http').update('proxy', address.shown, vscode.ConfigurationTarget.Global);
  if (exposedProxy() === undefined) return void showInfo(t('The account of {0} is kept as a secret.', address.shown));
  void showWarning(
    t(
      'The account of {0} is kept as a secret, and still stands in "http.proxy" of other settings: take it out there.',
      address.shown,
    ),
  );
}

/** What VS Code's setting names, where an account stands in it. */
function exposedProxy(): ProxyAddress | undefined {
  const address = parseProxy(vscode.workspace.getConfiguration('http').get<string>('proxy') ?? '');
  return address.kind === 'proxy' && hasAccount(address) ? address : undefined;
}

const declinedKey = 'esign.proxyAccountStays';
let isOffered = false;

/** Once in a window, until a person wants to hear no more of it. */
export async function offerToMoveAccount(services: Services): Promise<void> {
  const address = exposedProxy();
  const { globalState } = services.context;
  if (isOffered || address === undefined || isSocks(address) || globalState.get(declinedKey) === true) return;
  isOffered = true;
  const move = t('Move to Secret Storage…');
  const never = t('Don’t Ask Again');
  const answer = await showWarning(
    t('The setting "http.proxy" of VS Code holds user name and password of {0}, in a plain file.', address.shown),
    move,
    never,
  );
  if (answer === move) await moveProxyAccount(services);
  if (answer === never) await globalState.update(declinedKey, true);
}
