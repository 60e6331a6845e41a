import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { isLinkWithKey, isSecretValue } from '../../../../src/core/secrets/names/looks';

/** Under the name `code`, which errors have as well as secrets. */
const readable = `
  ERR_AUTH_KEY_MISSING_123 error.code.404.not-found E_INVALID_TOKEN_40101 AUTH:TOKEN:EXPIRED:17 http.401.unauthorized
  oauth2_token_expired oauth2.invalid_grant.4 sha256-signature-mismatch ERR_HTTP2_INVALID_SESSION ERR_TLS_CERT_ALTNAME_2
  document-not-found-v1 invalid-payload-v1 group-not-found-v1 document-not-uploaded-v2 inline_response_200_10
  get_contacts_200_response get_signature_requests_signatureRequestId_signers_signerId_documents_200_response
  error.unprocessableEntity.i18nConfiguration.notFound error.unprocessableEntity.defaultConsent.i18nConfiguration.notFound
  qualified_electronic_signature_mode_1 cfr_title_21_part_11 attributes.use_tls_12 From_Existing_Contact_1
  X-Yousign-Signature-256 EmailNotification_1 RadioGroup_2_radios_inner prod-rls10.congacloud.com signature-request-2
  /signers/0/email/missing body.signers[12].email signers.0.fields.3.required error:validation:2026-11-01
  ERR_OSSL_EVP_UNSUPPORTED_1 SQLSTATE.HY.23000.duplicate MISSING_2FA_CODE_FOR_USER base64_content_invalid
  utf8_encoding_invalid x509-certificate-expired PACKAGE_STATE_ERROR_8 rate.limit.exceeded.60min
  ERROR_AUTHENTICATION_CLIENT_DISABLED_1 error.validation.tokenMissing.2 senderSignerRole_3_notFound
  signer1_email_is_invalid template_field_2_missing 400.invalid_request 422-validation-error
`;

const secret = `
  sk_live_4eC39HqLyjWDarjtT1zdp7dc ghp_16C7e42F292c6912E7710c838347Ae178B4a xoxb-123456789012-1234567890123-abcdEFGH
  AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY
  016c8d15f909003085ed074a06236bc50bb3e1c3 d41d8cd98f00b204e9800998ecf8427e 8xLOxBtZp8_a1b2c3 4/0AY0e-g7x_Xy-2Zk3
  AbCdEfGhIjKlMnOp1 XK4T-9QWZ-77PL-2MNB zbqkd-1-wkfjdhsgtr-2 aB_cD_eF_gH_iJ_kL_1 9f86d081-884c-7d65-9a2f eyJhbGciOiJIUzI1NiJ9
  1//0gLx3kQ9ZpR7CgYIARAAGBASNwF-L9Ir key-3ax6xnjp29jd6fds4gc373sgvjxteol0 SG.ngeVfQFYQlKU0ufo8x5d1A
  pk.eyJ1IjoiYTEyMzQ1Njc4 12345678901234567-key token_1700000000123456 1234-5678-9012-3456-code
  EAACEdEose0cBA1234567890 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 AQAB-x5c-t9-kid7-alg3 yza.1b.2c.3d.4e.5f.6g
`;

const tokens = (table: string): readonly string[] => table.split(/\s+/).filter((token) => token !== '');

describe('Values under names that errors and secrets share', () => {
  for (const value of tokens(readable)) {
    it(`are no secrets: ${value}`, () => {
      assert.equal(isSecretValue(value, 'code'), false);
      assert.equal(isLinkWithKey(`https://sign.example/errors?code=${value}`), false);
    });
  }

  for (const value of tokens(secret)) {
    it(`are secrets: ${value}`, () => {
      assert.equal(isSecretValue(value, 'code'), true);
      assert.equal(isLinkWithKey(`https://sign.example/errors?code=${value}`), true);
    });
  }

  it('are secrets of words unless the name is that of a code', () => {
    const value = 'correct-horse-battery-42';
    const masker = maskerOf([], undefined);
    const table: Readonly<Record<'readable' | 'masked', readonly string[]>> = {
      readable: ['code', 'Code', 'error', 'errorCode', 'error_code', 'reason', 'type', 'status', 'message'],
      masked: [
        'key',
        'session',
        'sessionId',
        'session_id',
        'sid',
        'auth',
        'sig',
        'signature',
        'nonce',
        'hash',
        'token',
      ],
    };
    for (const [name, isReadable] of [
      ...table.readable.map((one) => [one, true] as const),
      ...table.masked.map((one) => [one, false] as const),
    ]) {
      for (const text of [
        `{"${name}":"${value}"}`,
        `<p>${name}=${value}</p>`,
        `see https://a.example/?${name}=${value} `,
      ]) {
        assert.equal(masker.body(text, { side: 'reply' }).text.includes(value), isReadable, text);
      }
      assert.equal(isLinkWithKey(`https://a.example/?${name}=${value}`), !isReadable, name);
    }
  });

  it('are secrets wherever letters and digits stand side by side, whatever parts them', () => {
    const mixed = fc
      .stringMatching(/^[A-Za-z\d]{0,12}[a-z]\d[A-Z\d]{1,8}[a-z]?$/)
      .filter((part) => /\d[A-Z]/i.test(part) && part.length > 5);
    const token = fc.tuple(fc.array(mixed, { minLength: 3, maxLength: 6 }), fc.constantFrom('', '-', '_', '.', ':'));
    fc.assert(fc.property(token, ([parts, sign]) => assert.equal(isSecretValue(parts.join(sign), 'code'), true)));
  });

  it('are no secrets where words and numbers are parted', () => {
    const word = fc.constantFrom('invalid', 'Token', 'MISSING', 'notFound', 'signer', 'api', 'Request', 'EXPIRED');
    const part = fc.oneof(word, fc.nat({ max: 9999 }).map(String));
    const code = fc.tuple(word, word, fc.array(part, { maxLength: 2 }), fc.constantFrom('-', '_', '.', ':'));
    fc.assert(
      fc.property(code, ([first, second, rest, sign]) => {
        const value = [first, second, 'error', ...rest].join(sign);
        assert.equal(isSecretValue(value, 'code'), false, value);
      }),
    );
  });
});
