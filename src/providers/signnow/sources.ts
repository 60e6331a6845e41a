/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  embeddedSigning: 'https://docs.signnow.com/sn/ref/embedded-signing',
  embeddedSending: 'https://docs.signnow.com/sn/ref/embedded-sending',
  embeddedSigningExample: 'https://docs.signnow.com/code-examples/embedded-signing',
  oauth: 'https://docs.signnow.com/sn/ref/oauth',
  threeLeggedOauth: 'https://docs.signnow.com/code-examples/three-legged-oauth',
  openApi: 'https://github.com/signnow/OpenAPI-Specification',
  dotnetClient: 'https://github.com/signnow/SignNow.NET',
  nodeClient: 'https://github.com/signnow/SignNowNodeSDK',
  liveCaptures: 'captures of the live API, published by an integration in September 2026',
  postmanCollection: 'https://github.com/signnow/postman-collection',
  groupClient: 'A public client of document groups, which notes what the live API refused',
  mcpServer: 'https://github.com/signnow/sn-mcp-server',
} as const;
