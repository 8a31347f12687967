/** The HTML that a built page may contain. A page that was altered during the build must not redirect its reader or run code. */
import type { Element } from 'hast';
import { ELEMENTS as SVG_ELEMENTS, GEOMETRY } from '../diagrams/allowed.ts';
import { CSP } from '../head/csp.ts';
import { ELEMENTS as WRITTEN } from '../markdown/allowed-html.ts';
import { CSP as SHARE_CSP } from '../views/share-page-html.ts';

const list = (names: string): string[] => names.split(/\s+/);

const ELEMENTS = new Set([
  ...WRITTEN,
  ...SVG_ELEMENTS,
  ...list(`a address article aside blockquote body button caption col colgroup datalist dialog fieldset footer form h1 h2 h3 h4 h5 h6 head header
    hgroup html input label legend link main menu meta meter nav noscript optgroup option output pre progress script search section select svg
    table tbody td textarea tfoot th thead title tr`),
]);
/** An element of our own, defined by a script of the site. */
const CUSTOM = /^[a-z]+(?:-[a-z]+)+$/;

/** Attributes that load nothing, run nothing and link to nothing, under the parser's names. */
const HARMLESS = new Set([
  ...list(`alt as async autoCapitalize autoComplete autoFocus charSet checked className colSpan cols command commandFor crossOrigin dateTime
    decoding defer dir disabled download enterKeyHint headers height hidden high htmlFor hrefLang id inert inputMode integrity label lang list
    loading low max maxLength media min minLength multiple name noValidate open optimum pattern placeholder popover popoverTarget
    popoverTargetAction property readOnly required reversed role rowSpan rows scope selected size sizes span spellCheck start step summary
    tabIndex title translate type value width wrap xmlns viewBox`),
  ...[...GEOMETRY].map((name) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
]);
const NAMED = /^(?:aria|data)[A-Z]/;

/** The types of a `script` without a file: data, which browsers do not run. */
const DATA = new Set(['application/ld+json']);
const POLICIES = new Set<unknown>([CSP, SHARE_CSP]);
/** The `rel` of a link that may have a URL of another site. Browsers load nothing from such a link. */
const ELSEWHERE = new Set(list('alternate author canonical license'));

/** Returns an error for each forbidden part of an element, on a page of a site under `base`. `file` is the path of the page. */
export function foreignParts({ tagName, properties }: Element, base: string, file: string, inNoscript: boolean): string[] {
  if (!ELEMENTS.has(tagName) && !CUSTOM.test(tagName)) return [`<${tagName}> is not allowed in a page.`];
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const shown = `${name.toLowerCase()}="${text.slice(0, 80)}" of <${tagName}>`;
    if (HARMLESS.has(name) || NAMED.test(name)) return name === 'type' && tagName === 'script' ? scriptType(text, properties, shown) : [];
    switch (`${name} ${tagName}`) {
      case 'href a':
      case 'href area':
        return isLink(text) ? [] : [`${shown} is not a web address.`];
      case 'href use':
        return text.startsWith('#') ? [] : [`${shown} is not in this page.`];
      case 'href link':
        return isOwn(text, base) || (isLink(text) && relOf(properties).every((rel) => ELSEWHERE.has(rel)))
          ? []
          : [`${shown} is not a file of this site.`];
      case 'rel a':
      case 'rel link':
        return [];
      case 'src script':
      case 'src img':
      case 'action form':
        return isOwn(text, base) ? [] : [`${shown} is not a file of this site.`];
      case 'method form':
        return ['get', 'dialog'].includes(text) ? [] : [`${shown} would send a form.`];
      case 'httpEquiv meta':
        return metaErrors(text.toLowerCase(), String(properties.content), base, file, inNoscript);
      case 'content meta':
        return [];
      // `read-page.ts` reports inline styles.
      case `style ${tagName}`:
        return [];
      default:
        return [`${shown} is not allowed in a page.`];
    }
  });
}

const relOf = ({ rel }: Element['properties']): string[] => (Array.isArray(rel) ? rel.map(String) : [String(rel ?? '')]);

function scriptType(type: string, { src }: Element['properties'], shown: string): string[] {
  return DATA.has(type) || (typeof src === 'string' && ['module', 'text/javascript'].includes(type))
    ? []
    : [`${shown} is not a script of this site.`];
}

/** Reports a forbidden `meta` element. A `meta` refresh is allowed in a `noscript`, where a share page redirects readers without scripts. */
function metaErrors(name: string, content: string, base: string, file: string, inNoscript: boolean): string[] {
  if (name === 'content-security-policy') return POLICIES.has(content) ? [] : ['A Content-Security-Policy differs from that of the site.'];
  const [, to = ''] = /^0; url=(.+)$/.exec(content) ?? [];
  const isForward = name === 'refresh' && inNoscript && /(?:^|\/)s\/[^/]+\/index\.html$/.test(file) && isOwn(to, base);
  return isForward ? [] : [`http-equiv="${name}" with “${content.slice(0, 80)}” would redirect the reader.`];
}

/** Whether a URL is a path of this site, also in the forms that a browser reads as another host. */
const isOwn = (url: string, base: string): boolean =>
  /^[^\s\\]*$/.test(url) && !/^\/{2}|^[^/?#]*:/.test(url) && (!url.startsWith('/') || url.startsWith(base));

const isLink = (url: string): boolean => !/[\s\p{Cc}\\]/u.test(url) && (/^(?:https?:\/\/|mailto:)/.test(url) || !/^\/{2}|^[^/?#]*:/.test(url));
