import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { ReplyState } from '../../src/protocol/reply';
import { Badge } from '../ui/badge';
import { Callout } from '../ui/callout';
import { TextButton } from '../ui/controls/quietButton';
import { type Tab, Tabs } from '../ui/controls/tabs';
import { useFindKey } from '../ui/findKey';
import { BodyContentView, isShownOtherwise } from './body/bodyContentView';
import { BodyView } from './body/bodyView';
import { HeaderTable } from './body/headerTable';
import { ExplanationCard } from './cards/explanationCard';
import { IssueList } from './cards/issueList';
import { LinkCard } from './cards/linkCard';
import { NextSteps } from './cards/nextSteps';
import { ProblemCard } from './cards/problemCard';
import { SigningOrder } from './cards/signingOrder';
import { DifferenceList } from './differenceList';
import { useKept } from './keptView';
import type { BodyReaderProps } from './reader/bodyReader';
import type { ReaderFrame } from './reader/readerFrame';
import { readWord } from './reader/viewStates';
import { RequestView } from './requestView';
import { RunHead } from './runHead';
import { StatusLine } from './statusLine';
import { useRunScroll } from './useRunScroll';

export interface RepliedViewProps {
  readonly state: Extract<ReplyState, { kind: 'replied' }>;
  readonly frame: ReaderFrame;
}

/** What matters first stands first: outcome, links, what to do next; then the reply as it came. */
export function RepliedView({ state, frame }: RepliedViewProps) {
  const { post } = frame;
  const [tab, setTab] = useKept({ run: state.run.id, name: 'tab' }, 'body', readWord);
  const [findWishes, setFindWishes] = useState(0);
  const [jump, setJump] = useState<BodyReaderProps['jump']>();
  const onShow = (pointer: string) => {
    setTab('body');
    setJump({ pointer, count: (jump?.count ?? 0) + 1 });
  };
  useRunScroll(state.run.id);
  // Where no body is shown, looking for something opens that of the reply.
  useFindKey(tab === 'headers' || tab === 'differences', () => {
    setTab('body');
    setFindWishes(findWishes + 1);
  });
  return (
    <>
      <RunHead run={state.run} post={post} />
      <StatusLine state={state} />
      {state.inSpiteOf.length > 0 && (
        <Callout kind="warning">
          <p>{inSpiteText(state.inSpiteOfCount)}</p>
          <IssueList issues={state.inSpiteOf} />
        </Callout>
      )}
      {state.general.map((problem) => (
        <ProblemCard key={`${problem.title} ${problem.cause}`} problem={problem} />
      ))}
      {state.explanations.map((explanation, index) => (
        <ExplanationCard
          key={`${explanation.code} ${explanation.message}`}
          explanation={explanation}
          onMend={() => post('mend', { index })}
          onOpenSource={() => post('openSource', { index })}
          onWays={() => post('waysToFail', {})}
        />
      ))}
      {state.links.length > 0 && (
        <section class="block" aria-labelledby="links">
          <h2 id="links">{linksTitle(state.links)}</h2>
          <ul class="link-cards">
            {state.links.map((link, index) => (
              <LinkCard
                key={link.url}
                link={link}
                onOpen={() => post('openLink', { index })}
                onCopy={() => post('copyLink', { index })}
                onSign={() => post('signByLink', { index })}
                onEmbed={() => post('embedLink', { index })}
                onRenew={() => post('replay', {})}
              />
            ))}
          </ul>
        </section>
      )}
      {state.order && <SigningOrder steps={state.order} />}
      <NextSteps
        steps={state.nextSteps}
        onTake={(index) => post('takeNextStep', { index })}
        onTakeAll={(indexes) => post('takeNextSteps', { indexes })}
      />
      {state.remarks.length > 0 && (
        <Callout kind="warning">
          <ul class="remarks">
            {state.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Callout>
      )}
      {state.differences.some(({ isDeparture }) => isDeparture) && (
        <Callout kind="warning">
          <p>
            {t('The reply departs from its documentation.')}{' '}
            <TextButton onClick={() => setTab('differences')} action="showDifferences">
              {t('Show where')}
            </TextButton>
          </p>
        </Callout>
      )}
      <Tabs
        label={t('Reply')}
        tabs={tabsOf(state, { ...frame, findWishes, jump }, onShow)}
        active={tab}
        onActive={setTab}
      />
    </>
  );
}

function inSpiteText({ count, isCut }: RepliedViewProps['state']['inSpiteOfCount']): string {
  if (isCut) return t('Sent in spite of {0} problems or more that were foreseen:', count);
  return count === 1
    ? t('Sent in spite of one problem that was foreseen:')
    : t('Sent in spite of {0} problems that were foreseen:', count);
}

function tabsOf(
  state: RepliedViewProps['state'],
  reader: ReaderFrame & Pick<BodyReaderProps, 'findWishes' | 'jump'>,
  onShow: (pointer: string) => void,
): readonly Tab[] {
  const run = state.run.id;
  return [
    {
      id: 'body',
      title: t('Body'),
      content: () => (
        <>
          <BodyContentView reply={state} post={reader.post} />
          {!isShownOtherwise(state) && (
            <BodyView
              {...reader}
              body={state.body}
              size={state.size}
              run={run}
              canBeOpened={state.large?.canBeOpened ?? true}
            />
          )}
        </>
      ),
    },
    {
      id: 'headers',
      title: (
        <>
          {t('Headers')} <Badge>{state.headers.length}</Badge>
        </>
      ),
      content: () => <HeaderTable headers={state.headers} label={t('Headers of the reply')} />,
    },
    ...(state.differences.length === 0 ? [] : [differencesTab(state, reader.post, onShow)]),
    {
      id: 'request',
      title: t('Request'),
      content: () => <RequestView {...reader} request={state.request} run={run} />,
    },
  ];
}

/** "Signing links"; those to other pages are just links. */
function linksTitle(links: RepliedViewProps['state']['links']): string {
  if (links.some(({ opens }) => opens === undefined))
    return links.length === 1 ? t('Signing link') : t('Signing links');
  return links.length === 1 ? t('Link') : t('Links');
}

function differencesTab(
  state: RepliedViewProps['state'],
  post: ReaderFrame['post'],
  onShow: (pointer: string) => void,
): Tab {
  return {
    id: 'differences',
    title: (
      <>
        {t('Differences')} <Badge>{state.differences.length}</Badge>
      </>
    ),
    content: () => <DifferenceList differences={state.differences} onShow={onShow} post={post} />,
  };
}
