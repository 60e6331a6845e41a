import { t } from '@vscode/l10n';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SetUpToHost } from '../../src/protocol/messages';
import type { SetUpModel, SetUpState } from '../../src/protocol/pages/setUp';
import type { FieldPlace } from '../form/fields/fieldPlace';
import { FieldRenderer } from '../form/fields/fieldRenderer';
import { FieldView } from '../form/fields/fieldView';
import { FormSectionView } from '../form/frame/formSectionView';
import { issueTree } from '../form/issues/issueTree';
import { LiveCount } from '../form/issues/liveCount';
import { AskedContext, OfCallContext, SessionContext } from '../form/state/formContexts';
import type { FormSession } from '../form/state/formSession';
import type { Post } from '../host';
import { Callout } from '../ui/callout';
import { Button } from '../ui/controls/button';
import { Link } from '../ui/controls/link';
import { Icon } from '../ui/icon';
import { sentence } from '../ui/sentence';
import { SetUpActions } from './setUpActions';
import { TestSteps } from './testSteps';

export interface SetUpAppProps {
  readonly model: SetUpModel;
  readonly state: SetUpState;
  readonly session: FormSession;
  readonly post: Post<SetUpToHost>;
}

const noSuggestions = {};

export function SetUpApp({ model, state, session, post }: SetUpAppProps) {
  const { values, issues, test } = state;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const flush = () => session.flush();
    window.addEventListener('blur', flush);
    return () => window.removeEventListener('blur', flush);
  }, [session]);
  const tree = useMemo(() => issueTree(issues, values), [issues, values]);
  const whole: FieldPlace = {
    pointer: '',
    pattern: '',
    value: values,
    issues: tree,
    suggestions: noSuggestions,
    depth: 0,
  };
  /** What is still being typed goes first. */
  const ask = (tell: () => void) => {
    session.flush();
    setAsked(true);
    tell();
  };
  return (
    <SessionContext.Provider value={session}>
      <FieldRenderer.Provider value={FieldView}>
        <OfCallContext.Provider value={false}>
          <AskedContext.Provider value={asked}>
            <main class="page set-up" data-state={test.kind}>
              <header class="form-header">
                <p class="eyebrow">{model.provider}</p>
                <h1>{model.title}</h1>
                <p class="summary">
                  {sentence(
                    t(
                      'Requests name it {0}. Credentials are kept apart from it, in the secret storage of this editor.',
                    ),
                    <code>{state.id}</code>,
                  )}{' '}
                  <Link onClick={() => post('openDocs', {})}>{t('Documentation of the API')}</Link>
                </p>
              </header>
              {state.live && (
                <p class="live-note">
                  <Icon name="warning" />
                  <span>{t('This is not a test: what you send there reaches real people.')}</span>
                </p>
              )}
              {state.notices.map(({ kind, text }) => (
                <Callout key={text} kind={kind}>
                  <p>{text}</p>
                </Callout>
              ))}
              {model.sections.map((section) => (
                <FormSectionView key={section.id} section={section} whole={whole}>
                  {section.id === 'credentials' && state.login !== 'none' && (
                    <div class="login">
                      <Button
                        icon="openExternal"
                        disabled={state.login === 'waiting'}
                        onClick={() => ask(() => post('login', {}))}
                        action="login"
                      >
                        {state.login === 'waiting' ? t('Waiting for the browser…') : t('Sign in with a browser')}
                      </Button>
                      <p class="field-note">{t('Fills in the code: nothing needs to be copied from an address.')}</p>
                    </div>
                  )}
                </FormSectionView>
              ))}
              <SetUpActions
                test={test}
                onTest={() => ask(() => post('test', {}))}
                onCancel={() => post('cancelTest', {})}
                onSave={(untested) => ask(() => post('save', { untested }))}
              />
              <TestSteps test={test} />
              <LiveCount issues={issues} />
            </main>
          </AskedContext.Provider>
        </OfCallContext.Provider>
      </FieldRenderer.Provider>
    </SessionContext.Provider>
  );
}
