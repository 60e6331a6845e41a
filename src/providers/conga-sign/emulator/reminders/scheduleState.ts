export interface Schedule {
  readonly startInDaysDelay: number;
  readonly intervalInDays: number;
  readonly repetitionsCount: number;
  /** Made when the package is sent. */
  reminders: { readonly date: number; sentAt: number | undefined }[];
}
