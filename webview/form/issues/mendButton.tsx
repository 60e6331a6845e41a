import { t } from '@vscode/l10n';
import { useContext, useRef } from 'preact/hooks';
import type { Mend, Prediction } from '../../../src/protocol/form';
import { TextButton } from '../../ui/controls/quietButton';
import { AddVariableContext } from '../aids/variableNames';
import { useFocusHandover } from '../focus/useFocusHandover';
import { useSession } from '../state/formContexts';

/** Puts one issue right, at the field and wherever else the issue is said. It goes away with the issue. */
export function MendButton({ mend }: { readonly mend: Mend }) {
  const session = useSession();
  const element = useRef<HTMLSpanElement>(null);
  useFocusHandover(element);
  return (
    <span class="mend" ref={element}>
      <TextButton onClick={() => session.mend(mend.edits)} action="mend">
        {mend.title}
      </TextButton>
    </span>
  );
}

/** Asks for the value of a variable that nobody has. */
export function AddVariableButton({ name }: { readonly name: string }) {
  const session = useSession();
  const add = useContext(AddVariableContext);
  if (add === undefined) return null;
  const press = () => {
    session.flush();
    add(name);
  };
  return (
    <TextButton onClick={press} action="addVariable">
      {t('Add {0} as a variable…', name)}
    </TextButton>
  );
}

/** Opens the call that mends what the document's state forbids. */
export function MendingCallButton({ operation, title }: NonNullable<Prediction['mendedBy']>) {
  const session = useSession();
  return (
    <TextButton onClick={() => session.openMending(operation)} action="openMending">
      {title}…
    </TextButton>
  );
}
