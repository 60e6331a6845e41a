import { readLink } from '../addresses/readLink';
import { type Connection, hostOf } from '../connections/connection';
import { type Reply, replyJson } from '../http';
import { clockAhead } from '../live/emulatorClock';
import type { Operation, PreparedRequest, ReplyContext, RequestValues, SigningLink } from '../operation';
import type { Provider } from '../provider';
import { asFarAsTold } from '../replies/body/asFarAsTold';
import { readAtOnce, replyBody } from '../replies/body/replyBody';
import { wholeRemarks } from '../replies/body/wholeWords';

import { explainReply, mayHaveTakenEffect } from '../replies/explainReply';
import { judgeReply, reportsFailure } from '../replies/judging/judgeReply';
import { type GeneralExplanation, type Judgement, type Verdict, verdictOf } from '../replies/judging/verdict';
import { lookStep } from '../replies/lookStep';
import { type Masker, maskerOf } from '../secrets/masker';
import { secretsOfLink } from '../secrets/secretsOfLink';
import { mostSecrets, secretsOfReplyInSteps } from '../secrets/secretValues';
import { sortSecrets } from '../secrets/sortSecrets';
import { atOnce, type Steps } from '../steps';
import { noErrors, recogniseErrors } from './recogniseErrors';
import type { Reading, RecognisedError, Secret } from './run';

export interface ReadContext {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
  readonly values: RequestValues;
  readonly now: number;
  /** What the request carried. */
  readonly secrets: readonly Secret[];
  /** What happened on the way. */
  readonly remarks: readonly string[];
}

export interface ReadReply {
  readonly reading: Reading;
  readonly secrets: readonly Secret[];
}

/** What a reply means, and all secrets of the run: those it brought as well as those of the context. */
export function readReply(reply: Reply, context: ReadContext): ReadReply {
  return atOnce(readReplyInSteps(reply, context));
}

/** The same, with steps between which others may have the thread. */
export function* readReplyInSteps(reply: Reply, context: ReadContext): Steps<ReadReply> {
  const { provider, operation, now } = context;
  const body = replyJson(reply);
  const judgement = judgeReply(reply, body, context);
  if (reply.bytes.length > readAtOnce) yield;
  const isAnswer = judgement.kind === 'answer';
  const failed = !isAnswer || reportsFailure(reply, body, context);
  const found = failed ? noLinks : linksIn(body, context, clockAhead(reply.headers));
  const brought = [...(yield* secretsOfReplyInSteps(operation, body)), ...found.secrets.slice(0, mostSecrets)];
  const secrets = sortSecrets([...context.secrets, ...brought]);
  const masker = maskerOf(secrets, operation);
  // They name paths, and a path may hold a secret.
  const remarks = context.remarks.map((remark) => masker.text(remark));
  const { errors, moreErrors } = isAnswer && failed ? recogniseErrors(provider, operation, reply) : noErrors;
  // What is made of it for a person comes next, and takes its time as well.
  if (reply.bytes.length > readAtOnce) yield;
  const general = explainReply(reply, { provider, operation, judgement, failed, errors, now });
  return {
    reading: {
      verdict: maskedVerdict(verdictOf(judgement), masker),
      failed,
      headers: masker.headers(reply.headers),
      links: found.links,
      nextSteps: failed
        ? stepsToLook(reply, judgement, context)
        : asFarAsTold(() => operation.nextSteps?.(body, contextOf(context))),
      errors: errors.map((error) => masked(error, masker)),
      moreErrors,
      general: general.map((one) => maskedWords(one, masker)),
      remarks: [...wholeRemarks(reply), ...decodingRemarks(reply), ...remarks, ...found.remarks],
    },
    secrets,
  };
}

function decodingRemarks(reply: Reply): readonly string[] {
  const body = replyBody(reply);
  return 'remarks' in body ? body.remarks : [];
}

interface FoundLinks {
  readonly links: readonly SigningLink[];
  readonly secrets: readonly Secret[];
  readonly remarks: readonly string[];
}

const noLinks: FoundLinks = { links: [], secrets: [], remarks: [] };

/** What ends by a clock that is ahead of ours ends so much sooner here. */
function linksIn(body: unknown, context: ReadContext, aheadMs: number): FoundLinks {
  const replyContext = contextOf({ ...context, now: context.now + aheadMs });
  const read = asFarAsTold(() => context.operation.findLinks?.(body, replyContext)).map((link) => ({
    link,
    found: readLink(link.url, replyContext.host('app')),
  }));
  return {
    links: read.flatMap(({ link, found }) =>
      found.kind === 'link' ? [{ ...datable(sooner(link, aheadMs)), url: found.url }] : [],
    ),
    secrets: read.flatMap(({ link, found }) => [
      { name: 'signing link', value: link.url },
      ...(found.kind === 'link' ? secretsOfLink(found.url) : []),
    ]),
    remarks: read.flatMap(({ found }) => (found.remark === undefined ? [] : [found.remark])),
  };
}

function sooner(link: SigningLink, aheadMs: number): SigningLink {
  return link.expiresAt === undefined ? link : { ...link, expiresAt: link.expiresAt - aheadMs };
}

/** A lifetime beyond all calendars is none that is known. */
function datable({ expiresAt, ...link }: SigningLink): SigningLink {
  const isDate = expiresAt !== undefined && !Number.isNaN(new Date(expiresAt).getTime());
  return isDate ? { ...link, expiresAt } : link;
}

function stepsToLook({ status }: Reply, judgement: Judgement, context: ReadContext): readonly PreparedRequest[] {
  const { provider, operation, values } = context;
  const step = mayHaveTakenEffect({ judgement, operation }, status) && lookStep(provider, operation, values);
  return step ? [step] : [];
}

/** Of most replies nothing is told, so that there is nothing in it to mask. */
function maskedVerdict(verdict: Verdict, masker: Masker): Verdict {
  const isPlain = verdict.kind === 'answer' && verdict.departures.length === 0 && verdict.differences.length === 0;
  return isPlain ? verdict : masker.value(verdict);
}

function maskedWords(said: GeneralExplanation, masker: Masker): GeneralExplanation {
  return { ...said, title: masker.text(said.title), cause: masker.text(said.cause) };
}

/** An error message may repeat what was sent. */
function masked(recognised: RecognisedError, masker: Masker): RecognisedError {
  const { error } = recognised;
  if (error.message === undefined) return recognised;
  return { ...recognised, error: { ...error, message: masker.text(error.message) } };
}

function contextOf({ values, now, connection }: ReadContext): ReplyContext {
  return { values, now, host: (name) => hostOf(connection, name) };
}
