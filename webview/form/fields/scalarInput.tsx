import { t } from '@vscode/l10n';
import { useContext, useState } from 'preact/hooks';
import type { Choice, NumberField, TextField as TextFieldModel } from '../../../src/protocol/form';
import type { DescribedVariable } from '../../../src/protocol/pages/formState';
import { Combobox } from '../../ui/controls/combobox';
import type { ListedOption } from '../../ui/controls/optionList';
import { IconButton } from '../../ui/controls/quietButton';
import { TextArea } from '../../ui/controls/textArea';
import { TextField } from '../../ui/controls/textField';
import { begunAt, namesLike, withVariable } from '../aids/begunVariable';
import { keyboardOf } from '../aids/keyboardOf';
import { knownTexts } from '../aids/knownTexts';
import { TextAid } from '../aids/textAid';
import { VariableNames, VariablesContext } from '../aids/variableNames';
import { useFocusKept } from '../focus/useFocusKept';
import { FieldFrame, type FrameIds } from '../frame/fieldFrame';
import { typedProps } from '../frame/typedProps';
import type { Draft } from '../state/draft';
import { SpellingsContext } from '../state/formContexts';
import { useDraft } from '../state/useDraft';
import type { FieldProps } from './fieldProps';
import { NullSwitch } from './nullSwitch';
import { emptyText, readText, readTypedNumber, textOf, typedNumber } from './scalarText';
import { useOffer } from './useOffer';

type ScalarField = TextFieldModel | NumberField;

/** Texts and numbers. Both are typed as text, and neither loses what cannot be read. */
export function ScalarInput({ field, place, onRemove }: FieldProps<ScalarField>) {
  const { pointer, pattern, value, suggestions } = place;
  const known = knownTexts(field, suggestions[pattern]);
  const offered = useOffer(known.length > 0 ? undefined : field.refersTo);
  const inList = field.key === '';
  const isNull = value === null && field.nullLabel !== undefined;
  const spellings = useContext(SpellingsContext);
  const variables = useContext(VariablesContext);
  const draft = useDraft({
    place,
    read: (text) =>
      field.kind === 'number'
        ? readTypedNumber(text, emptyText(inList))
        : readText(text, emptyText(inList || field.required)),
    write: (shown) => typedNumber(shown, { pointer, spellings }),
  });
  const multiline = field.kind === 'text' && field.multiline;
  const form = field.kind === 'text' ? field.form : undefined;
  // What the connection knows comes while somebody may be typing already.
  const offers = known.length > 0 || offered !== undefined;
  useFocusKept(pointer, offers ? 'list' : 'text');
  const pick = (text: string) => typeNow(draft, text);
  const control = (frame: FrameIds) => {
    const common = {
      label: field.label,
      ...typedProps(field, frame, draft),
      placeholder: isNull ? field.nullLabel : placeholderOf(field),
      disabled: isNull,
    };
    if (offers) {
      const listed = [...known, ...(offered?.choices ?? [])].map(listedOption);
      return (
        <Combobox
          {...common}
          options={referring(variables, draft.text) ?? listed}
          status={offered?.status}
          onOpen={offered?.ask}
          onPick={(text) => typeNow(draft, text)}
        />
      );
    }
    return (
      <VariableNames label={field.label} onPick={pick}>
        {multiline ? (
          <TextArea {...common} />
        ) : field.kind === 'text' && field.secret ? (
          <SecretField {...common} />
        ) : (
          <TextField {...common} keyboard={keyboardOf(field)} />
        )}
      </VariableNames>
    );
  };
  return (
    <FieldFrame field={field} place={place} wide={multiline} onRemove={onRemove}>
      {(frame) => (
        <>
          {control(frame)}
          {form !== undefined && !isNull && (
            <TextAid form={form} label={field.label} like={likeOf(field, draft)} text={draft.text} onPick={pick} />
          )}
          <NullSwitch field={field} place={place} />
        </>
      )}
    </FieldFrame>
  );
}

function SecretField(props: Parameters<typeof TextField>[0]) {
  const [shown, setShown] = useState(false);
  // A reference names a secret and is none.
  const reference = /^\{\{[^{}]+\}\}$/.test(props.value);
  return (
    <TextField {...props} password={!shown && !reference}>
      {!reference && (
        <span slot="end" class="in-field">
          <IconButton
            icon="eye"
            label={shown ? t('Hide {0}', props.label) : t('Show {0}', props.label)}
            pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </span>
      )}
    </TextField>
  );
}

/** Names for a reference that is begun at the end. Their value is the whole text, so that what is typed finds it. */
function referring(variables: readonly DescribedVariable[], text: string): readonly ListedOption[] | undefined {
  const begun = begunAt(text, text.length);
  if (begun === undefined) return undefined;
  return namesLike(variables, begun.typed).map(({ name, says }) => ({
    value: withVariable(text, begun, name).text,
    label: name,
    detail: says,
  }));
}

function listedOption({ value, label, description }: Choice): ListedOption {
  return { value: textOf(value), label, detail: description };
}

function typeNow(draft: Draft, text: string): void {
  draft.type(text);
  draft.flush();
}

/** What a new text is written like, in the API's own way. */
function likeOf({ examples = [] }: ScalarField, draft: Draft): string {
  return draft.text !== '' ? draft.text : textOf(examples.find((example) => typeof example === 'string'));
}

function placeholderOf(field: ScalarField): string {
  const example = field.examples?.find((candidate) => candidate !== null && typeof candidate !== 'object');
  return example === undefined ? '' : t('e.g. {0}', textOf(example));
}
