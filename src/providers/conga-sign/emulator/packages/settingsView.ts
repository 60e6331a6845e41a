import type { PackageContent } from '../../operations/packages/packageFields';

type Settings = PackageContent['settings'];

/** What OneSpan's description requires of settings; what an account has set there by itself is not documented. */
export function viewSettings(settings: Settings) {
  return { ceremony: { ...plainCeremony, ...settings?.ceremony } };
}

const plainCeremony = {
  handOver: null,
  layout: null,
  events: null,
  style: null,
  documentToolbarOptions: null,
  inPerson: false,
  declineButton: false,
  declineReasons: [],
  disableDeclineOther: false,
  optOutButton: false,
  optOutReasons: [],
  disableOptOutOther: false,
  disableDownloadForUncompletedPackage: false,
  disableFirstInPersonAffidavit: false,
  disableSecondInPersonAffidavit: false,
  disableInPersonAffidavit: false,
  enforceCaptureSignature: false,
  extractAcroFields: false,
  extractTextTags: false,
  hideCaptureText: false,
  hideLanguageDropdown: false,
  hidePackageOwnerInPerson: false,
  hideWatermark: false,
  maxAuthFailsAllowed: null,
  ada: false,
};
