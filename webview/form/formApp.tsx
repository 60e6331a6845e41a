import { t } from '@vscode/l10n';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { FormModel, Issue } from '../../src/protocol/form';
import type { FormToHost } from '../../src/protocol/messages';
import type { DescribedVariable, FormState } from '../../src/protocol/pages/formState';
import type { Post } from '../host';
import { Callout } from '../ui/callout';
import { AddVariableContext, VariablesContext } from './aids/variableNames';
import { BrokenNote } from './chrome/brokenNote';
import { FormHeader } from './chrome/formHeader';
import { OriginNote } from './chrome/originNote';
import { SendBar } from './chrome/sendBar';
import { Unreadable } from './chrome/unreadable';
import { useSending } from './chrome/useSending';
import type { FieldPlace } from './fields/fieldPlace';
import { FieldRenderer } from './fields/fieldRenderer';
import { FieldView } from './fields/fieldView';
import { FindField } from './find/findField';
import { useFocusReport } from './focus/useFocusReport';
import { useKeptView } from './focus/useKeptView';
import { whenLeaving } from './focus/whenLeaving';
import { FormSectionView } from './frame/formSectionView';
import { inOrder } from './issues/issueOrder';
import { IssueSummary } from './issues/issueSummary';
import { issueTree } from './issues/issueTree';
import { LiveCount } from './issues/liveCount';
import { ListsProvider, type ShownRows } from './lists/listsProvider';
import {
  AskedContext,
  AttachmentsContext,
  NotesContext,
  OffersContext,
  SentAsContext,
  SessionContext,
  SourceContext,
  SpellingsContext,
} from './state/formContexts';
import type { FormSession } from './state/formSession';
import { share } from './state/share';

export interface FormAppProps {
  readonly model: FormModel | undefined;
  readonly state: FormState | undefined;
  readonly rows: ShownRows;
  readonly session: FormSession;
  readonly post: Post<FormToHost>;
}

export function FormApp({ model, state, rows, session, post }: FormAppProps) {
  useEffect(() => whenLeaving(() => session.flush()), [session]);
  const known = state?.kind === 'form' ? state.offers : undefined;
  const offers = useMemo(
    () => ({ known: known ?? {}, ask: (collection: string) => post('offer', { collection }) }),
    [known, post],
  );
  const addVariable = useCallback((name: string) => post('addVariable', { name }), [post]);
  const openSource = useCallback((pointer: string) => post('openSource', { pointer }), [post]);
  if (!state) return null;
  if (state.kind === 'unreadable') return <Unreadable state={state} post={post} />;
  if (!model) return null;
  return (
    <SessionContext.Provider value={session}>
      <FieldRenderer.Provider value={FieldView}>
        <AttachmentsContext.Provider value={state.attachments}>
          <SpellingsContext.Provider value={state.spellings}>
            <NotesContext.Provider value={state.notes ?? nothing}>
              <VariablesContext.Provider value={state.variables ?? none}>
                <AddVariableContext.Provider value={addVariable}>
                  <OffersContext.Provider value={offers}>
                    <SourceContext.Provider value={openSource}>
                      <SentAsContext.Provider value={state.sentAs ?? nothing}>
                        <ListsProvider state={state} rows={rows} post={post}>
                          <Form key={model.operation} model={model} state={state} session={session} post={post} />
                        </ListsProvider>
                      </SentAsContext.Provider>
                    </SourceContext.Provider>
                  </OffersContext.Provider>
                </AddVariableContext.Provider>
              </VariablesContext.Provider>
            </NotesContext.Provider>
          </SpellingsContext.Provider>
        </AttachmentsContext.Provider>
      </FieldRenderer.Provider>
    </SessionContext.Provider>
  );
}

const nothing: Readonly<Record<string, string>> = {};
const none: readonly DescribedVariable[] = [];

type Filled = Extract<FormState, { kind: 'form' }>;

interface FormProps extends Pick<FormAppProps, 'session' | 'post'> {
  readonly model: FormModel;
  readonly state: Filled;
}

function Form({ model, state, session, post }: FormProps) {
  const { values, issues, suggestions } = state;
  const tree = useStable(useMemo(() => issueTree(issues, values), [issues, values]));
  const whole: FieldPlace = { pointer: '', pattern: '', value: values, issues: tree, suggestions, depth: 0 };
  const problems = useMemo(() => problemsOf(model, issues, session.unreadable), [model, issues, session.unreadable]);
  const { asked, send } = useSending(state, problems, session, post);
  const tell = <Type extends 'addConnection' | 'openAsText' | 'openTextBeside' | 'openDocs' | 'translate'>(
    type: Type,
  ) => {
    session.flush();
    post(type, {});
  };
  useKeptView();
  useFocusReport(useCallback((pointer: string) => post('focused', { pointer }), [post]));
  return (
    <AskedContext.Provider value={asked}>
      <main class="page">
        <FormHeader model={model} onDocs={() => tell('openDocs')} />
        <FindField model={model} values={values} onFound={(pointer) => session.reveal(pointer)} />
        <SendBar
          connection={state.connection}
          connections={state.connections}
          sending={state.sending}
          passedMs={state.passedMs}
          onChoose={useCallback((id: string) => post('chooseConnection', { id }), [post])}
          onAdd={() => tell('addConnection')}
          translations={state.translations}
          onTranslate={() => tell('translate')}
          onOpenAsText={() => tell('openAsText')}
          onOpenBeside={() => tell('openTextBeside')}
          blocked={state.broken !== undefined}
          onSend={() => send(false)}
          onCancel={() => post('cancel', {})}
        >
          {state.broken && (
            <BrokenNote
              broken={state.broken}
              onShow={() => post('revealBroken', {})}
              onMend={() => post('mendText', {})}
            />
          )}
          {!state.broken && asked && problems.length > 0 && (
            <IssueSummary
              model={model}
              issues={problems}
              mendsForAll={state.mendsForAll}
              groups={state.issueGroups}
              onMendAll={(title) => {
                session.flush();
                post('mendAll', { title });
              }}
              onReveal={(at) => session.reveal(at)}
              onSendAnyway={() => send(true)}
            />
          )}
        </SendBar>
        <div class="form-body" inert={state.broken !== undefined}>
          {state.notices.map((notice) => (
            <Callout key={notice} kind="info">
              <p>{notice}</p>
            </Callout>
          ))}
          {state.origin && (
            <OriginNote
              model={model}
              origin={state.origin}
              onReveal={(at) => session.reveal(at)}
              onDismiss={() => post('dismissOrigin', {})}
            />
          )}
          {model.sections.map((section) => (
            <FormSectionView key={section.id} section={section} whole={whole} />
          ))}
          {model.sections.length === 0 && (
            <p class="field-note form-empty">{t('Nothing to fill in: this call takes no values.')}</p>
          )}
        </div>
        <LiveCount issues={issues} />
      </main>
    </AskedContext.Provider>
  );
}

function problemsOf(model: FormModel, issues: readonly Issue[], unreadable: readonly string[]): readonly Issue[] {
  const own = unreadable.map(
    (pointer): Issue => ({ pointer, code: 'unreadable', message: t('This is not JSON yet.'), severity: 'error' }),
  );
  return inOrder([...own, ...issues.filter((issue) => issue.severity === 'error')], model);
}

/** The value, with unchanged parts keeping their identity. */
function useStable<T>(next: T): T {
  const [box] = useState<{ value: T }>(() => ({ value: next }));
  box.value = share(box.value, next);
  return box.value;
}
