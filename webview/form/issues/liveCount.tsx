import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { Issue } from '../../../src/protocol/form';

/** Long enough that a screen reader is not interrupted at every key. */
const pauseMs = 1000;

/** Says the number of problems to screen readers when it has changed. */
export function LiveCount({ issues }: { readonly issues: readonly Issue[] }) {
  const count = issues.filter((issue) => issue.severity === 'error').length;
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence(count)), pauseMs);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}

function sentence(count: number): string {
  if (count === 0) return t('No problems');
  return count === 1 ? t('1 problem') : t('{0} problems', count);
}
