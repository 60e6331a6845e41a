/** An http address of this machine: no API could call it, and an emulator's events go there. */
export const localReceiver = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?(?=[/?#]|$)/i;
