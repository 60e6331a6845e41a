import { t } from '@vscode/l10n';
import type { FormModel } from '../../../src/protocol/form';
import { Link } from '../../ui/controls/link';

export function FormHeader({ model, onDocs }: { readonly model: FormModel; readonly onDocs: () => void }) {
  return (
    <header class="form-header">
      <p class="eyebrow">{model.provider}</p>
      <h1>{model.title}</h1>
      <p class="call">
        <span class="method">{model.method}</span> <code>{model.path}</code>
      </p>
      <p class="summary">
        {model.summary} <Link onClick={onDocs}>{t('Documentation')}</Link>
      </p>
    </header>
  );
}
