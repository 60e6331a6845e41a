import { t } from '@vscode/l10n';
import type { Mend } from '../../../protocol/form';
import { nearest } from '../../forms/wording/nearest';
import { isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import type { Findings } from '../document/findings';
import { setting, writing } from '../document/mends';
import type { SourceDescription } from '../document/scenario';
import { readSource } from '../text/readSource';
import { callsOf, describedOperations, describedProvider, type SourceCalls } from './callsOf';
import type { LinkPorts } from './linkedScenario';

/** Before the name of a provider whose description needs no file. */
export const bundledScheme = 'esign:';

/** What the sources of a scenario stand for, by their names. Those that stand for nothing are told and left out. */
export async function resolveSources(
  findings: Findings,
  sources: readonly SourceDescription[],
  ports: LinkPorts,
): Promise<ReadonlyMap<string, SourceCalls>> {
  const resolved = new Map<string, SourceCalls>();
  for (const source of sources.filter(({ type }) => type !== 'arazzo')) {
    const calls = source.url.startsWith(bundledScheme)
      ? await bundled(findings, source, ports)
      : await fromFile(findings, source, ports);
    if (calls !== undefined) resolved.set(source.name, calls);
  }
  return resolved;
}

/** `esign:<provider>`, `esign:emulator`, or `esign:emulator/<provider>` where there are several providers. */
async function bundled(
  findings: Findings,
  { url, pointer }: SourceDescription,
  ports: LinkPorts,
): Promise<SourceCalls | undefined> {
  const id = url.slice(bundledScheme.length);
  const { control } = ports;
  if (id === control.id) return { ...callsOf(control), isControl: true, emulatorOf: undefined };
  const emulatorOf = id.startsWith(`${control.id}/`) ? id.slice(control.id.length + 1) : undefined;
  const provider = await ports.provider(emulatorOf ?? id);
  if (provider === undefined) {
    const known = [...ports.providerIds, control.id];
    const meant = nearest(emulatorOf ?? id, known);
    const advice =
      meant === undefined
        ? t('There is {0}.', known.map((one) => bundledScheme + one).join(', '))
        : t('Did you mean "{0}"?', `${bundledScheme}${meant}`);
    const at = `${pointer}/url`;
    const mend = meant === undefined ? undefined : writing(at, `${bundledScheme}${meant}`);
    findings.error(at, 'source', `${t('There is no description "{0}".', shortened(url))} ${advice}`, mend);
    return undefined;
  }
  if (emulatorOf !== undefined) return { ...callsOf(control), isControl: true, emulatorOf };
  return { ...callsOf(provider), isControl: false, emulatorOf: undefined };
}

async function fromFile(
  findings: Findings,
  { url, pointer }: SourceDescription,
  ports: LinkPorts,
): Promise<SourceCalls | undefined> {
  const refuse = (message: string, mend?: Mend): undefined => {
    findings.error(`${pointer}/url`, 'source', message, mend);
    return undefined;
  };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return refuse(t('Descriptions are not fetched: write esign: and the name of an API, or a file beside this one.'));
  }
  const file = await ports.readDescription(url);
  if (file.kind === 'unreadable') {
    return refuse(t('{0}: {1} Write esign: and the name of an API to do without a file.', shortened(url), file.detail));
  }
  const read = readSource(file.text, url);
  const described = read.kind === 'read' ? describedOperations(read.source.value) : undefined;
  if (described === undefined) {
    const isScenario = read.kind === 'read' && isObject(read.source.value) && 'arazzo' in read.source.value;
    const message = t('{0} is no OpenAPI description.', shortened(url));
    if (!isScenario) return refuse(message);
    const mend = setting(t('Add {0}', 'type: arazzo'), `${pointer}/type`, 'arazzo');
    return refuse(`${message} ${t('It is a scenario: write type: arazzo.')}`, mend);
  }
  const control = callsOf(ports.control);
  if (described.some(({ path, method }) => control.at(path, method).length > 0)) {
    return { ...callsOf(ports.control, described), isControl: true, emulatorOf: undefined };
  }
  const provider = describedProvider(await ports.all(), described);
  if (provider === undefined) {
    const message = t('{0} describes none of the APIs that are known here.', shortened(url));
    return refuse(`${message} ${t('Write esign: and the name of one, or a file that "esign openapi" wrote.')}`);
  }
  return { ...callsOf(provider, described), isControl: false, emulatorOf: undefined };
}
