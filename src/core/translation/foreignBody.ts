import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { type BodyFit, fitOf, isClearlyBetter, otherCallCode } from '../forms/checks/otherCall';
import { childOf, readJsonTree } from '../json/jsonTree';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import { shortened } from '../quoting/shortened';
import type { ProviderRegistry } from '../registry';
import { formatRequestFile, type RequestFile } from '../requests/requestFile';
import { requestOriginOf } from './originOf';
import { type TranslatedRequest, translateRequest } from './translateRequest';
import type { Translation } from './translation';

interface Callee {
  readonly provider: Provider;
  readonly operation: Operation;
}

/** A way into the provider from a call whose body this looks like. */
interface Way {
  readonly translation: Translation;
  readonly source: Callee;
  readonly fit: number;
}

/**
 * The issues of a request, and instead of what looks like another call that its body is one of another provider, from
 * which there is a way: the mend is the body in this call's own terms.
 */
export async function withForeignBody(
  registry: ProviderRegistry,
  target: Callee,
  request: RequestFile,
  issues: readonly Issue[],
): Promise<readonly Issue[]> {
  const found = await foreignBodyIssue(registry, target, request);
  return found === undefined ? issues : [found, ...issues.filter(({ code }) => code !== otherCallCode)];
}

async function foreignBodyIssue(
  registry: ProviderRegistry,
  target: Callee,
  request: RequestFile,
): Promise<Issue | undefined> {
  const schema = target.operation.request.body;
  const { body } = request;
  if (schema === undefined || typeof body !== 'object' || body === null) return undefined;
  const own = fitOf(schema, body);
  if (own.strangers === 0) return undefined;
  const [way] = await waysTo(registry, target, request, own);
  if (way === undefined) return undefined;
  const { translation, source } = way;
  if (translation.to !== target.operation.id) {
    const meant = target.provider.operations.find(({ id }) => id === translation.to);
    return warning(
      t(
        'This looks like the body of “{0}” of {1}, which belongs to “{2}” ({3}) here.',
        source.operation.title,
        source.provider.title,
        meant?.title ?? '',
        translation.to,
      ),
    );
  }
  const given = { operation: translation.from, connection: request.connection, body };
  const translated = await translateRequest(
    registry,
    translation,
    { ...given, ...(request.written !== undefined && { written: request.written }) },
    () => [{ id: request.connection, live: false }],
  );
  const looks = t('This looks like the body of “{0}” of {1}.', source.operation.title, source.provider.title);
  return mended(looks, translated, given);
}

/** Those that lead to this call come first, then the one that fits best. */
async function waysTo(
  registry: ProviderRegistry,
  { provider, operation }: Callee,
  { body = {} }: RequestFile,
  own: BodyFit,
): Promise<readonly Way[]> {
  const suiting = (provider.translatesFrom ?? []).filter(({ suits }) => suits?.({ body }) ?? true);
  const ways = await Promise.all(
    suiting.map(async (translation): Promise<readonly Way[]> => {
      const source = await registry.operation(translation.from);
      const schema = source?.operation.request.body;
      if (source === undefined || schema === undefined || typeof body !== 'object' || body === null) return [];
      const fit = fitOf(schema, body);
      return isClearlyBetter(fit, own) ? [{ translation, source, fit: fit.fit }] : [];
    }),
  );
  const leadsHere = ({ translation }: Way) => Number(translation.to === operation.id);
  return ways.flat().sort((one, other) => leadsHere(other) - leadsHere(one) || other.fit - one.fit);
}

function mended(looks: string, translated: TranslatedRequest, given: RequestFile): Issue | undefined {
  const { request, to } = translated;
  if (request.body === undefined) return undefined;
  const { leftOut, needed } = requestOriginOf(translated, given);
  const left = leftOut.map(({ title, why }) => `${title} (${withoutStop(why)})`);
  const open = needed.filter(({ pointer }) => pointer.startsWith('/body'));
  const reasons = new Set(open.map(({ why }) => withoutStop(why)));
  const words = [
    looks,
    left.length === 0 ? t('All of it has a counterpart here.') : t('Without a counterpart here: {0}.', listed(left)),
    ...(reasons.size === 0 ? [] : [t('To be filled in: {0}.', listed([...reasons]))]),
  ];
  const written = bodyIn(formatRequestFile(request));
  return {
    ...warning(words.join(' ')),
    mend: {
      title: t('Translate it into {0}', to.provider.title),
      edits: [{ kind: 'set', pointer: '/body', value: request.body, ...(written !== undefined && { written }) }],
      ...(open.length > 0 && { open: open.map(({ pointer }) => pointer) }),
    },
  };
}

/** With the digits of numbers as they were given. */
function bodyIn(text: string): string | undefined {
  const root = readJsonTree(text)?.root;
  const node = root && childOf(root, 'body');
  return node && text.slice(node.start, node.end);
}

function warning(message: string): Issue {
  return { pointer: '/body', code: otherCallCode, message, severity: 'warning' };
}

const mostNamed = 6;

function listed(words: readonly string[]): string {
  const shown = words.slice(0, mostNamed).map((word) => shortened(word, 160));
  const more = words.length - shown.length;
  return more > 0 ? t('{0}; and {1} more', shown.join('; '), more) : shown.join('; ');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
