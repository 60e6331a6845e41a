import * as z from 'zod';
import { phpMap } from '../fields';

const text = z.string();
const orNull = z.string().nullable();

const label = {
  id: text,
  name: text,
  languages: phpMap(z.record(z.string(), text)),
  creator: orNull,
  createdAt: text,
  updatedAt: text,
};

export const labelReply = z.object({ ...label, signatureUi: text });

const redirect = z.object({ url: orNull, target: orNull, auto: z.boolean().nullable() }).partial().nullable();

export const signatureUiReply = z.object({
  id: text,
  name: text,
  description: orNull,
  enableHeaderBar: z.boolean(),
  enableHeaderBarSignAs: z.boolean(),
  enableSidebar: z.boolean(),
  enableMemberList: z.boolean(),
  enableDocumentList: z.boolean(),
  enableDocumentDownload: z.boolean(),
  enableActivities: z.boolean(),
  authenticationPopup: z.boolean(),
  // In the documentation, not in the Swagger file.
  enableRefuseComment: z.boolean().optional(),
  defaultZoom: z.number(),
  logo: orNull,
  defaultLanguage: orNull,
  signImageTypesAvailable: z.array(text),
  languages: z.array(text),
  /** Which page they belong to stands around them. */
  labels: z.array(z.object(label)),
  fonts: z.array(text),
  style: orNull,
  redirectCancel: redirect,
  redirectError: redirect,
  redirectSuccess: redirect,
  workspace: text,
  creator: orNull,
  createdAt: text,
  updatedAt: text,
});

export type SignatureUiReply = z.output<typeof signatureUiReply>;
export type LabelReply = z.output<typeof labelReply>;
