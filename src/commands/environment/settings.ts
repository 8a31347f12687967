/** The environment variables of a build, each with a message for an invalid value. */

/** The maximum of KEEP. */
const MOST = 50;

/** Reads KEEP, the number of earlier builds whose hashed files stay in the output. */
export function readKeep(text: string | undefined): number {
  if (!text) return 0;
  if (/^\d+$/.test(text) && Number(text) <= MOST) return Number(text);
  throw new Error(`KEEP is "${text}"; it must be a whole number of builds from 0 to ${MOST}, for example KEEP=3.`);
}

/** Reads SITE_URL, the scheme and the host of the published site. The path is in BASE_PATH. */
export function readSiteUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const example = 'for example SITE_URL=https://example.org';
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) throw new Error(`SITE_URL is "${text}"; it must be a web address, ${example}.`);
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (username || password || search || hash) throw new Error(`SITE_URL is "${text}"; it must be a scheme and a host alone, ${example}.`);
  if (pathname !== '/')
    throw new Error(`SITE_URL is "${text}", with a path. Write the path into BASE_PATH: SITE_URL=${origin} BASE_PATH=${pathname}`);
  return origin;
}

/** Reads BASE_PATH, the path under which the site is served. The result has a slash at both ends. */
export function readBasePath(text: string | undefined): string {
  const path = `/${text ?? ''}/`.replace(/\/{2,}/g, '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(path) || /\/\.{1,2}\//.test(path))
    throw new Error(`BASE_PATH is "${text}"; it must be a path of letters, digits, "-", "_", "." and "~", for example BASE_PATH=/kb/.`);
  return path;
}

/** Warns about a placeholder address: a name reserved for examples (RFC 2606, RFC 6761). */
export function placeholderWarning(address: string): string | undefined {
  const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: '' };
  if (!/(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$/.test(hostname)) return undefined;
  return `The address of the site is ${address}, which is only an example. Canonical links, previews, feeds and the sitemap will contain it. Set SITE_URL, or "address" in site.yaml.`;
}
