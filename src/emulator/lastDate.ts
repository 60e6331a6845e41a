/** Later ones are no dates that every client can read. */
export const lastDate = Date.UTC(9999, 11, 31);
