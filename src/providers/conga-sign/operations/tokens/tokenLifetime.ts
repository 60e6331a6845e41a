/** Of authentication tokens and of the sessions that they open, where support has not set another. */
export const tokenLifetimeMinutes = 30;
