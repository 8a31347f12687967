/** URLs of other sites. */
import { z } from 'astro/zod';

/**
 * Returns a URL as remark-rehype writes it into a page: characters that a URL cannot contain are percent-encoded. The brackets of an IPv6 host
 * stay, because a browser cannot open the URL without them.
 */
export const encodedUrl = (text: string): string => withHost(encodeURI(text.toWellFormed()).replaceAll('%25', '%'));

/** Restores the brackets of an IPv6 host, which remark-rehype encodes. */
export const withHost = (url: string): string => url.replace(/^(https?:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D/i, '$1[$2]');

/** A user name before the host: `https://example.org@other.example` looks like a URL of another host. */
const USER = /^https?:[/\\]*[^/\\?#]*@/i;

/** Whether a browser can open the URL. `<` and `>` are left from `<https://…>`, which MDX cannot parse. */
export const isUrl = (text: string): boolean =>
  !/[<>]|%(?![0-9a-f]{2})/i.test(text) && URL.canParse(encodedUrl(text)) && !/^(?:mailto|tel):(?:$|\?)/i.test(text) && !USER.test(text);

/** Whether a text is the URL of a web page that can be written into a page unchanged. */
export const isWebUrl = (text: string): boolean => /^https?:\/\//i.test(text) && isUrl(text) && !/[\s"\\]/.test(text);

/** The URL of a web page in a YAML file. */
export const webUrl = (field: string) =>
  z.string(`${field} is text.`).refine(isWebUrl, {
    error: ({ input }) =>
      USER.test(String(input))
        ? `${field} must have no user name: https://example.org.`
        : `${field} must be a full http or https address, for example https://example.org/a%20page.`,
  });
