/** Constant, so that a request keeps its meaning when the emulator is reset. IDs of the documentation where it has some. */
export const demoIds = {
  ready: '016c8d15f909003085ed074a06236bc50bb3e1c3',
  withoutFields: 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3',
  invited: '5d8bc3a0e1f24796b8a0d3c6e9f21475a0b3c8d2',
  groupContract: '190c94e0d22742ee9c49ee67a40449ea305925fd',
  groupAnnex: '063c813deab044f4b6b0bf64fb180f27f17c1626',
  template: 'e81f0a6b3c5d4279901b2a3c4d5e6f708192a3b4',
  contractTemplate: '73af77a925534b171fed6ea333f5e785851d69f4',
  annexTemplate: '7627fe37cde590dbe47907355ef05efa4d29df8d',
  foreign: 'f0e1d2c3b4a5968778695a4b3c2d1e0f01234567',
  foreignGrouped: 'f1e2d3c4b5a6978879605b4c3d2e1f0a12345678',
  group: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0',
  foreignGroup: '8e3b0cd7916a4a9c7d24b5e190f86c43ad27b5ef',
  fieldlessGroup: '7d2afbc6805939bb6c13a4d08fe75b329c16a4de',
  emptyGroup: '6c19eabf57f48288ab5b0293c7fd64a2180b95cd',
  fieldlessGrouped: 'a7b8c9d0e1f2031425364758697a8b9c0d1e2f30',
  invitedGroup: 'bc9bdf90883566a9eb2a01c43fede3755f71a4f2',
  groupInvite: 'b1c07f1391f042333cf0ca96af5ac9f5b44ca54b',
  firstStep: 'abc07f1391f042333cf0ca96af5ac9f5b44ca54b',
  secondStep: 'def07f1391f042333cf0ca96af5ac9f5b44ca54b',
  groupedOffer: 'dd63da6fbe213863626a61d36b0c13ce61e4a2be',
  groupedHandbook: 'cddc2f79a3873af02ebc1d1ab0d45b2a1a3a2e7b',
  groupTemplate: 'ff2c51a349c8d872928e0a18ff34019908fdb6bb',
  subscription: '391a4c4a267b48c2a8e90ff802d4ae40fa051af6',
  callback: '5b1f0c7e92d84a36b0e5c3d17f28a9640e1d2c3b',
  foreignSubscription: '06a26b942b863a797b63e49afae4abf1e2ed2a33',
  /** No document: asking for it is answered as when the API fails on its side. */
  broken: 'dead0c94e0d22742ee9c49ee67a40449ea305925',
  /** Not a document, but what a link to download one names; as the documentation prints it. */
  download: '67de624701a70cdfe208b5c537f61fefa48b410a',
} as const;

export const demoTemplateIds = [demoIds.template, demoIds.contractTemplate, demoIds.annexTemplate] as const;
