import { t } from '@vscode/l10n';
import { useContext, useId, useState } from 'preact/hooks';
import type { Choice, FormField } from '../../../src/protocol/form';
import { Link } from '../../ui/controls/link';
import { TextButton } from '../../ui/controls/quietButton';
import { OfCallContext, SourceContext } from '../state/formContexts';

/** More of a field than its description: how it is sent, examples, what each choice means, and what says so. */
export function FieldHelp({ field, pointer }: { readonly field: FormField; readonly pointer: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const ofCall = useContext(OfCallContext);
  const openSource = useContext(SourceContext);
  const examples = (field.examples ?? []).filter((example) => example !== null && typeof example !== 'object');
  const choices = meaningsOf(field);
  if (field.key === '' || !ofCall) return null;
  return (
    <>
      <span class="field-help-button">
        <TextButton
          expanded={open}
          onClick={() => setOpen(!open)}
          label={open ? t('Less about {0}', field.label) : t('More about {0}', field.label)}
          action="help"
        >
          {open ? t('Less') : t('More')}
        </TextButton>
      </span>
      {open && (
        <dl class="field-help" id={id}>
          <dt>{t('Sent as')}</dt>
          <dd>
            <code>{field.key}</code>
          </dd>
          {field.onlyWith && (
            <>
              <dt>{t('Matters')}</dt>
              <dd>{field.onlyWith.words}</dd>
            </>
          )}
          {field.nullLabel !== undefined && (
            <>
              <dt>
                <code>null</code>
              </dt>
              <dd>{field.nullLabel}</dd>
            </>
          )}
          {choices.map((choice) => (
            <Meaning key={String(choice.value)} choice={choice} />
          ))}
          {examples.length > 0 && (
            <>
              <dt>{examples.length === 1 ? t('Example') : t('Examples')}</dt>
              <dd>
                {examples.slice(0, 5).map((example) => (
                  <code key={String(example)}>{String(example)}</code>
                ))}
              </dd>
            </>
          )}
          {openSource && (
            <>
              <dt>{t('Source')}</dt>
              <dd>
                <Link onClick={() => openSource(pointer)}>
                  {field.source === undefined ? t('Documentation of the operation') : t('Documentation of the field')}
                </Link>
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}

/** Of what a list holds, too; of texts that are only listed those that need words. */
function meaningsOf(field: FormField): readonly Choice[] {
  if (field.kind === 'list') return meaningsOf(field.item);
  if (field.kind === 'text')
    return (field.listed ?? []).filter(({ value, label, description }) => label !== value || description !== undefined);
  return field.kind === 'choice' ? field.options : [];
}

function Meaning({ choice: { value, label, description } }: { readonly choice: Choice }) {
  return (
    <>
      <dt>
        <code>{JSON.stringify(value)}</code>
      </dt>
      <dd>{[label, description].filter((text) => text && text !== String(value)).join(': ')}</dd>
    </>
  );
}
