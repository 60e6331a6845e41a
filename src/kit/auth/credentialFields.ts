import { requiredText } from '../fields';

/** A credential that may be seen. */
export const credential = requiredText;

export function secretCredential(title: string, description: string) {
  return requiredText(title, description).meta({ title, description, secret: true });
}

/** Of an application that an API knows; `whose` says where they come from. */
export function clientFields(whose: string) {
  return { clientId: credential('Client ID', whose), clientSecret: secretCredential('Client secret', whose) };
}
