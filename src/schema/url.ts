/** URLs of other sites. */

/**
 * Returns a URL as remark-rehype writes it into a page: characters that a URL cannot contain are percent-encoded. The brackets of an IPv6 host
 * stay, because a browser cannot open the URL without them.
 */
export const encodedUrl = (text: string): string => withHost(encodeURI(text.toWellFormed()).replaceAll('%25', '%'));

/** Restores the brackets of an IPv6 host, which remark-rehype encodes. */
export const withHost = (url: string): string => url.replace(/^(https?:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D/i, '$1[$2]');

/** Whether a URL has a user name before the host: `https://example.org@other.example` looks like a URL of another host. */
export const hasUser = (text: string): boolean => /^https?:[/\\]*[^/\\?#]*@/i.test(text);

/** Whether a browser can open the URL. `<` and `>` are left from `<https://…>`, which MDX cannot parse. */
export const isUrl = (text: string): boolean =>
  !/[<>]|%(?![0-9a-f]{2})/i.test(text) && URL.canParse(encodedUrl(text)) && !/^(?:mailto|tel):(?:$|\?)/i.test(text) && !hasUser(text);

/** Whether a text is the URL of a web page that can be written into a page unchanged. */
export const isWebUrl = (text: string): boolean => /^https?:\/\//i.test(text) && isUrl(text) && !/[\s"\\]/.test(text);
