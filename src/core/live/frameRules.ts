import { t } from '@vscode/l10n';
import type { FrameRules } from '../../protocol/pages/embed';
import type { Headers } from '../http';

/** Whether a page lets itself be framed by pages of other sites, as its headers say. */
export function frameRules(headers: Headers): FrameRules {
  const policy = headers['content-security-policy'];
  const ancestors = policy === undefined ? undefined : ancestorsIn(policy);
  const option = headers['x-frame-options'];
  const lines = [
    ...(option === undefined ? [] : [{ name: 'x-frame-options', value: option }]),
    ...(ancestors === undefined || policy === undefined ? [] : [{ name: 'content-security-policy', value: policy }]),
  ];
  // Browsers do not look at the older header where the policy says it.
  if (ancestors !== undefined) return { ...ofAncestors(ancestors), headers: lines };
  if (option === undefined)
    return { isRefused: false, sentence: t('No rule of the page forbids a frame.'), headers: lines };
  const isKnown = ['deny', 'sameorigin'].includes(option.trim().toLowerCase());
  return isKnown
    ? {
        isRefused: true,
        sentence:
          option.trim().toLowerCase() === 'deny'
            ? t('The page lets nobody frame it: an application has to open it in a window or tab.')
            : t('Only pages of its own site may frame it: an application has to open it in a window or tab.'),
        headers: lines,
      }
    : {
        isRefused: false,
        sentence: t('Browsers know no such value of X-Frame-Options and do not obey it.'),
        headers: lines,
      };
}

function ofAncestors(ancestors: readonly string[]): Omit<FrameRules, 'headers'> {
  if (ancestors.includes('*')) return { isRefused: false, sentence: t('The page lets everybody frame it.') };
  const named = ancestors.filter((one) => one !== "'none'");
  if (named.length === 0) {
    return {
      isRefused: true,
      sentence: t('The page lets nobody frame it: an application has to open it in a window or tab.'),
    };
  }
  return {
    isRefused: true,
    sentence: t('The page lets only {0} frame it: there it can be embedded, and not in this editor.', named.join(', ')),
  };
}

/** Of several policies in one header each has to allow it: the first that says anything counts here. */
function ancestorsIn(policy: string): readonly string[] | undefined {
  for (const directive of policy.split(/[;,]/)) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name.toLowerCase() === 'frame-ancestors') return sources.map((one) => one.toLowerCase());
  }
  return undefined;
}
