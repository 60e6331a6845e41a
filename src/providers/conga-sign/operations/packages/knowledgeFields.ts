import * as z from 'zod';
import { choice, flag, phoneText, secretText, text } from '../../../../kit/fields';

/** Knowledge-based authentication through Equifax or LexisNexis. */

const person = {
  firstName: text('First name', 'First name.'),
  lastName: text('Last name', 'Last name.'),
  streetAddress: text('Street address', 'Street address.'),
  city: text('City', 'City.'),
  dateOfBirth: z.string().nullable().optional().meta({
    title: 'Date of birth',
    description: 'Date and time, as in 1980-01-31T00:00:00Z.',
    nullLabel: 'Unknown',
    secret: true,
  }),
  driversLicenseNumber: secretText('Driver’s licence', 'Number of the driver’s licence.'),
  homePhoneNumber: phoneText('Home phone', 'Home phone number.'),
  timeAtAddress: z.int().nullable().optional().meta({
    title: 'Time at address',
    description: 'How long the signer has lived there. The unit is not documented.',
    alsoAccepts: 'string',
    nullLabel: 'Unknown',
  }),
};

const equifaxCanada = z.object({
  ...person,
  province: text('Province', 'Province.'),
  postalCode: text('Postal code', 'Postal code.'),
  socialInsuranceNumber: secretText('Social insurance number', 'Social insurance number.'),
});

const equifaxUsa = z.object({
  ...person,
  state: text('State', 'State.'),
  zip: text('ZIP code', 'ZIP code.'),
  socialSecurityNumber: secretText('Social security number', 'Social security number.'),
});

const needed = (title: string, description: string) => z.string().meta({ title, description });

const lexisNexis = z.object({
  firstName: needed('First name', 'First name of the signer.'),
  lastName: needed('Last name', 'Last name of the signer.'),
  city: needed('City', 'City of the signer.'),
  zip: needed('ZIP code', 'ZIP or postal code of the signer.'),
  state: text('State', 'State or province of the signer.'),
  houseName: text('House name', 'Name of the house.'),
  flatOrApartmentNumber: text('Flat', 'Number of the flat or apartment.'),
  houseNumber: text('House number', 'Number of the house.'),
  socialSecurityNumber: secretText('Social security number', 'Social security number of the signer.'),
  dateOfBirth: person.dateOfBirth,
});

export const knowledgeBasedAuthentication = z
  .object({
    knowledgeBasedAuthenticationStatus: choice(
      {
        NOT_YET_ATTEMPTED: 'Not tried yet',
        PASSED: 'The signer has passed',
        FAILED: 'The signer has failed',
        INVALID_SIGNER: 'The signer is not known to the agency',
        UPDATED: 'The details of the signer have changed',
      },
      'Status',
      'How far the authentication is. The names are all that the description says.',
    ),
    equifaxCanada: flag('Equifax Canada', 'Equifax Canada is used.'),
    signerInformationForEquifaxCanada: equifaxCanada
      .nullable()
      .optional()
      .meta({
        title: 'Signer for Equifax Canada',
        description: 'What Equifax Canada is asked about.',
        nullLabel: 'None',
        onlyWith: { key: 'equifaxCanada', values: [true] },
      }),
    equifaxUSA: flag('Equifax USA', 'Equifax USA is used.'),
    signerInformationForEquifaxUSA: equifaxUsa
      .nullable()
      .optional()
      .meta({
        title: 'Signer for Equifax USA',
        description: 'What Equifax USA is asked about.',
        nullLabel: 'None',
        onlyWith: { key: 'equifaxUSA', values: [true] },
      }),
    lexisNexis: z.boolean().nullable().optional().meta({
      title: 'LexisNexis',
      description: 'LexisNexis is used.',
      nullLabel: 'Not set',
    }),
    signerInformationForLexisNexis: lexisNexis
      .nullable()
      .optional()
      .meta({
        title: 'Signer for LexisNexis',
        description: 'What LexisNexis is asked about. First name, last name, city and ZIP code are required.',
        nullLabel: 'None',
        onlyWith: { key: 'lexisNexis', values: [true] },
      }),
  })
  .nullable()
  .optional()
  .meta({
    title: 'Knowledge-based authentication',
    description: 'Questions about the signer’s past, through Equifax or LexisNexis.',
    nullLabel: 'None',
  });
