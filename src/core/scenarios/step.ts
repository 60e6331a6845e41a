import * as z from 'zod';
import type { JsonValue } from '../../protocol/json';

/*
 * The steps that lead to a situation, or on from it. All texts may refer to kept values and to credentials as
 * `{{name}}`; `{{origin}}` is where the emulator listens, `{{inThirtyDays}}` a day that lies ahead.
 */

/** It comes out of a JSON text: nothing else can stand there. */
export const json = z.custom<JsonValue>();
export const section = z.record(z.string(), json);
const names = z.record(z.string(), z.string());

/** The values of a request, as in a request file. */
export const values = z.strictObject({
  path: z.exactOptional(section),
  query: z.exactOptional(section),
  body: z.exactOptional(json),
});

/** Each kind of step by the name that tells it. */
export const steps = {
  /** Sends an operation, which must succeed, and keeps parts of `{reply, links}` by pointer; once, or as often as said. */
  send: z.strictObject({
    send: z.string(),
    values: z.exactOptional(values),
    keep: z.exactOptional(names),
    times: z.exactOptional(z.int().positive()),
  }),
  /** Opens a signing link and finishes; `redirect` is where that leads. */
  sign: z.strictObject({ sign: z.string(), redirect: z.exactOptional(z.string()) }),
  decline: z.strictObject({
    decline: z.string(),
    reason: z.exactOptional(z.string()),
    redirect: z.exactOptional(z.string()),
  }),
  /** Answers the questions of a signing page; `status` says how that ends, 200 without it. */
  answer: z.strictObject({ answer: z.string(), answers: z.array(z.string()), status: z.exactOptional(z.number()) }),
  /** Opens a signing link and looks at the page. */
  visit: z.strictObject({ visit: z.string(), status: z.number(), text: z.exactOptional(z.string()) }),
  /** Lets time pass for tokens, links and invites. */
  advanceMinutes: z.strictObject({ advanceMinutes: z.number().positive() }),
  /** Turns on something that the emulator has a switch for, such as the limits of an account. */
  switchOn: z.strictObject({ switchOn: z.string() }),
  switchOff: z.strictObject({ switchOff: z.string() }),
} as const;

export type SendStep = z.output<typeof steps.send>;
export type SignStep = z.output<typeof steps.sign>;
export type DeclineStep = z.output<typeof steps.decline>;
export type AnswerStep = z.output<typeof steps.answer>;
export type VisitStep = z.output<typeof steps.visit>;
export type AdvanceStep = z.output<typeof steps.advanceMinutes>;
export type SwitchStep = z.output<typeof steps.switchOn | typeof steps.switchOff>;
export type CaseStep = SendStep | SignStep | DeclineStep | AnswerStep | VisitStep | AdvanceStep | SwitchStep;
