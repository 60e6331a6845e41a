import type { Journey, JourneyState, JourneyStep } from '../../../src/protocol/pages/journey';

const step = {
  depth: 0,
  status: 'planned',
  startedAfterMs: undefined,
  durationMs: undefined,
  attempts: 0,
  rounds: 0,
  replyStatus: undefined,
  why: [],
  hasReply: false,
} as const satisfies Partial<JourneyStep>;

const [api, anna, ben, emulator] = [0, 1, 2, 3];

const steps: readonly JourneyStep[] = [
  {
    ...step,
    stepId: 'invite',
    title: 'Create embedded invites',
    call: 'POST /v2/documents/{document_id}/embedded-invites',
    acts: [
      { lane: api, kind: 'call', text: 'POST' },
      { lane: anna, kind: 'named', text: 'is named' },
      { lane: ben, kind: 'named', text: 'is named' },
    ],
  },
  {
    ...step,
    stepId: 'link',
    title: 'Create a link for an embedded invite',
    call: 'POST /v2/documents/{document_id}/embedded-invites/{field_invite_id}/link',
    acts: [{ lane: api, kind: 'call', text: 'POST' }],
  },
  {
    ...step,
    stepId: 'later',
    title: 'Let time pass on the emulator',
    call: 'POST /__esign/advance',
    acts: [{ lane: emulator, kind: 'control', text: '+16 min' }],
  },
  {
    ...step,
    stepId: 'anna-signs',
    title: 'Anna finishes her part on the signing page',
    call: 'POST /__esign/sign',
    acts: [{ lane: anna, kind: 'acts', text: 'signs' }],
  },
  {
    ...step,
    stepId: 'ben-is-next',
    title: 'Get a document',
    call: 'GET /document/{document_id}',
    acts: [{ lane: api, kind: 'call', text: 'GET' }],
  },
  {
    ...step,
    stepId: 'remind',
    title: 'Remind a signer',
    call: 'POST /v2/documents/{document_id}/remind',
    acts: [
      { lane: api, kind: 'call', text: 'POST' },
      { lane: ben, kind: 'mail', text: 'may get mail' },
    ],
  },
];

const planned: Journey = {
  kind: 'journey',
  file: 'two-signers.arazzo.yaml',
  workflowId: 'two-signers-in-order',
  workflows: ['two-signers-in-order'],
  summary: 'Anna is asked first, and Ben only when she has signed.',
  outcome: 'planned',
  why: [],
  startedAt: undefined,
  durationMs: undefined,
  lanes: [
    { kind: 'api', title: 'signNow', detail: undefined },
    { kind: 'person', title: 'Anna Lee', detail: 'anna@example.com' },
    { kind: 'person', title: 'ben@example.com', detail: undefined },
    { kind: 'emulator', title: 'Emulator', detail: undefined },
  ],
  steps,
};

type Became = Pick<JourneyStep, 'status'> & Partial<JourneyStep>;

/** The first steps as they became, the others as they were planned. */
function after(outcome: Journey['outcome'], ...became: readonly Became[]): Journey {
  let startedAfterMs = 0;
  return {
    ...planned,
    outcome,
    startedAt: '2026-11-22T10:15:30.000Z',
    durationMs: outcome === 'running' ? undefined : 1480,
    steps: steps.map((one, index) => {
      const state = became[index];
      if (state === undefined || state.status === 'skipped') return { ...one, ...state };
      const begun = startedAfterMs;
      startedAfterMs += 120 + index * 61;
      const isOver = state.status !== 'running';
      return {
        ...one,
        startedAfterMs: begun,
        durationMs: isOver ? 118 + index * 60 : undefined,
        attempts: 1,
        rounds: 1,
        hasReply: isOver,
        acts: one.acts.map((act) => (act.kind === 'call' && isOver ? { ...act, text: `${act.text} 200` } : act)),
        ...state,
      };
    }),
  };
}

const passed = { status: 'passed' } as const;
const skipped = { status: 'skipped' } as const;

export const journeySamples: Readonly<Record<string, () => JourneyState>> = {
  empty: () => ({ kind: 'empty' }),
  unreadable: () => ({
    kind: 'unreadable',
    file: 'two-signers.arazzo.yaml',
    message: 'It has errors: the Problems view lists them. The picture is drawn as soon as they are mended.',
  }),
  planned: () => planned,
  running: () => after('running', passed, passed, passed, { status: 'running', attempts: 2 }),
  passed: () => after('passed', passed, passed, passed, passed, { ...passed, attempts: 3 }, passed),
  failed: () =>
    after(
      'failed',
      passed,
      { status: 'handled', why: ['Expected $statusCode == 201, found 429 (line 31)'] },
      passed,
      passed,
      {
        status: 'failed',
        attempts: 6,
        why: [
          'Expected $response.body#/field_invites/1/status == \'pending\', found "created" (line 41)',
          'The invite is created, but not pending yet: the signer before has not signed.',
        ],
      },
      skipped,
    ),
  refused: () => ({
    ...planned,
    outcome: 'skipped',
    why: ['Not started', 'It was not agreed to. Nothing of it was sent.', 'Next: Run it again to be asked again.'],
    steps: steps.map((one) => ({ ...one, ...skipped })),
  }),
  nested: () => {
    const journey = after('passed', passed, passed, passed, passed, passed, passed);
    const [first, second, third, ...others] = journey.steps;
    return {
      ...journey,
      workflows: ['two-signers-in-order', 'prepare', 'declined'],
      steps: [
        {
          ...step,
          ...passed,
          stepId: 'prepare',
          title: 'prepare',
          call: 'runs prepare',
          acts: [],
          durationMs: 300,
          startedAfterMs: 0,
        },
        ...[first, second]
          .flatMap((one) => one && { ...one, stepId: `prepare/${one.stepId}`, depth: 1 })
          .filter((one) => one !== undefined),
        ...(third === undefined ? [] : [third]),
        ...others,
      ],
    };
  },
  crowd: () => ({
    ...planned,
    lanes: [
      { kind: 'api', title: 'Yousign v3', detail: undefined },
      ...Array.from({ length: 7 }, (_, index) => ({
        kind: 'person' as const,
        title: `A. Person-Number-${index + 1} van der Longname`,
        detail: `a.person.number.${index + 1}@a-rather-long-domain.example.com`,
      })),
      { kind: 'emulator', title: 'Emulator', detail: undefined },
    ],
    steps: [
      {
        ...step,
        stepId: 'create-everybody-with-a-very-long-identifier-of-the-step',
        title: 'Create a signature request with everybody who signs, follows or approves',
        call: 'POST /signature_requests',
        acts: Array.from({ length: 8 }, (_, lane) => ({
          lane,
          kind: lane === 0 ? ('call' as const) : ('mail' as const),
          text: lane === 0 ? 'POST' : 'may get mail',
        })),
      },
      ...Array.from({ length: 7 }, (_, index) => ({
        ...step,
        stepId: `signs-${index + 1}`,
        title: 'Act as a recipient on the emulator',
        call: 'POST /__esign/sign',
        acts: [{ lane: index + 1, kind: 'acts' as const, text: index === 3 ? 'declines' : 'signs' }],
      })),
    ],
  }),
};
