import { servedAddress } from '../../../core/addresses/webAddress';

/** Addresses of the pictures of a document, as every view of it has them. */
export function thumbnailsOf({ id }: { readonly id: string }, baseUrl: string) {
  const at = (size: string) => {
    const path = `/document/${id}/thumbnail?size=${size}`;
    return servedAddress(baseUrl, path) ?? path;
  };
  return { small: at('small'), medium: at('medium'), large: at('large') };
}
