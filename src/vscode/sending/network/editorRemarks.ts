import { t } from '@vscode/l10n';
import { hasAccount, parseProxy } from '../../../core/addresses/proxyAddress';
import { type NetworkRemark, remarksOfEnvironment } from '../../../core/diagnosis/networkRemarks';

export interface NetworkSettings {
  /** `http.proxy` */
  readonly proxy: string;
  /** `http.proxySupport` */
  readonly proxySupport: string;
  /** `http.proxyStrictSSL` */
  readonly proxyStrictSSL: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What of the editor's settings is followed otherwise than a person may think. */
export function editorRemarks({ proxy, proxySupport, proxyStrictSSL, env }: NetworkSettings): readonly NetworkRemark[] {
  return [
    ...proxyRemarks(proxy, proxySupport),
    ...(proxyStrictSSL ? [] : [strictRemark()]),
    ...remarksOfEnvironment(env),
  ];
}

function strictRemark(): NetworkRemark {
  return {
    step: 'tls',
    detail: t(
      'The setting "http.proxyStrictSSL" of VS Code is off, and has no effect here: certificates are checked. One connection to a test environment may do without ("checkCertificates" of "tls"); the authority of a proxy that inspects is named in "caFile".',
    ),
  };
}

function proxyRemarks(proxy: string, support: string): readonly NetworkRemark[] {
  if (support === 'off') {
    const detail =
      proxy === ''
        ? t('No proxy is used: the setting "http.proxySupport" of VS Code is off.')
        : t('The proxy of "http.proxy" is not used: the setting "http.proxySupport" of VS Code is off.');
    return [{ step: 'proxy', detail }];
  }
  if (proxy === '') return [];
  const address = parseProxy(proxy);
  if (address.kind === 'refused' || !/^[a-z][a-z0-9]*:\/\//i.test(proxy)) return [unusable()];
  return hasAccount(address) ? [exposed()] : [];
}

/** The value may hold a password, so that it is not repeated. */
function unusable(): NetworkRemark {
  return {
    step: 'proxy',
    detail: t('The setting "http.proxy" of VS Code is no address that VS Code can use, and is passed over.'),
    nextStep: t('Write it as http://host:port in the settings of VS Code.'),
  };
}

function exposed(): NetworkRemark {
  return {
    step: 'proxy',
    detail: t('The setting "http.proxy" of VS Code holds user name and password, in a plain file.'),
    nextStep: t('Run “Move Proxy Credentials to Secret Storage…” from the command palette.'),
  };
}

/** What names the proxy, in the order in which VS Code asks, for a person who has to change it. */
export function proxySource({ proxy, env }: Pick<NetworkSettings, 'proxy' | 'env'>): string {
  if (proxy !== '') return t('the setting "http.proxy" of VS Code');
  const name = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((one) => (env[one] ?? '') !== '');
  return name ?? t('the settings of the system, or the PAC file that they name, as VS Code reads them');
}
