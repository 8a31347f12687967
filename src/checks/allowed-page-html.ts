/** The HTML that a built page may contain. A page that was altered during the build must not redirect its reader or run code. */
import { ELEMENTS as SVG_ELEMENTS, GEOMETRY } from '../diagrams/allowed.ts';
import { CSP } from '../head/csp.ts';
import { ELEMENTS as WRITTEN } from '../markdown/allowed-html.ts';
import { attributeOf, nameOf, type HtmlElement } from '../views/html-tree.ts';
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

/** Attributes that load nothing, run nothing and link to nothing. */
const HARMLESS = new Set([
  ...GEOMETRY,
  ...list(`alt as async autocapitalize autocomplete autofocus charset checked class closedby colspan cols command commandfor crossorigin datetime
    decoding defer dir disabled download enterkeyhint for headers height hidden high hreflang id inert inputmode integrity label lang list
    loading low max maxlength media min minlength multiple name novalidate open optimum pattern placeholder popover popovertarget
    popovertargetaction property readonly required reversed role rowspan rows scope selected size sizes span spellcheck start step summary
    tabindex title translate type value width wrap xmlns`),
]);
const NAMED = /^(?:aria|data)-[a-z]/;

/** The types of a `script` without a file: data, which browsers do not run. */
const DATA = new Set(['application/ld+json']);
const POLICIES = new Set<unknown>([CSP, SHARE_CSP]);
/** The `rel` of a link that may have a URL of another site. Browsers load nothing from such a link. */
const ELSEWHERE = new Set(list('alternate author canonical license'));

/** Returns an error for each forbidden part of an element, on a page of a site under `base`. `file` is the path of the page. */
export function foreignParts(element: HtmlElement, base: string, file: string): string[] {
  const { tagName, attrs } = element;
  if (!ELEMENTS.has(tagName) && !CUSTOM.test(tagName)) return [`<${tagName}> is not allowed in a page.`];
  const parts: string[] = [];
  for (const attr of attrs) {
    const name = nameOf(attr);
    if (!HARMLESS.has(name) && !NAMED.test(name)) parts.push(...partsOf(element, name, attr.value, base, file));
    else if (name === 'type' && tagName === 'script') parts.push(...scriptType(element, attr.value));
  }
  return parts;
}

/** Returns an error if an attribute that can load, run or link to something is not allowed. */
function partsOf(element: HtmlElement, name: string, value: string, base: string, file: string): string[] {
  const { tagName } = element;
  const refused = (why: string): string[] => [`${shownAs(name, value, tagName)} ${why}`];
  switch (`${name} ${tagName}`) {
    case 'href a':
    case 'href area':
      return isLink(value) ? [] : refused('is not a web address.');
    case 'href use':
      return value.startsWith('#') ? [] : refused('is not in this page.');
    case 'href link':
      return isOwn(value, base) || (isLink(value) && relOf(element).every((rel) => ELSEWHERE.has(rel))) ? [] : refused('is not a file of this site.');
    case 'rel a':
    case 'rel link':
      return [];
    case 'src script':
    case 'src img':
    case 'action form':
      return isOwn(value, base) ? [] : refused('is not a file of this site.');
    case 'method form':
      return ['get', 'dialog'].includes(value.toLowerCase()) ? [] : refused('would send a form.');
    case 'http-equiv meta':
      return metaErrors(element, value.toLowerCase(), base, file);
    case 'content meta':
      return [];
    // `read-page.ts` reports inline styles.
    case `style ${tagName}`:
      return [];
    default:
      return refused('is not allowed in a page.');
  }
}

const shownAs = (name: string, value: string, tagName: string): string => `${name}="${value.slice(0, 80)}" of <${tagName}>`;

const relOf = (element: HtmlElement): string[] => (attributeOf(element, 'rel') ?? '').trim().split(/\s+/);

function scriptType(element: HtmlElement, type: string): string[] {
  return DATA.has(type) || (attributeOf(element, 'src') !== undefined && ['module', 'text/javascript'].includes(type))
    ? []
    : [`${shownAs('type', type, 'script')} is not a script of this site.`];
}

/** Reports a forbidden `meta` element. A `meta` refresh is allowed in a `noscript`, where a share page redirects readers without scripts. */
function metaErrors(element: HtmlElement, name: string, base: string, file: string): string[] {
  const content = attributeOf(element, 'content') ?? '';
  if (name === 'content-security-policy') return POLICIES.has(content) ? [] : ['A Content-Security-Policy differs from that of the site.'];
  const [, to = ''] = /^0; url=(.+)$/.exec(content) ?? [];
  const inNoscript = element.parentNode?.nodeName === 'noscript';
  const isForward = name === 'refresh' && inNoscript && /(?:^|\/)s\/[^/]+\/index\.html$/.test(file) && isOwn(to, base);
  return isForward ? [] : [`http-equiv="${name}" with “${content.slice(0, 80)}” would redirect the reader.`];
}

/** Whether a URL is a path of this site, also in the forms that a browser reads as another host. */
const isOwn = (url: string, base: string): boolean =>
  /^[^\s\\]*$/.test(url) && !/^\/{2}|^[^/?#]*:/.test(url) && (!url.startsWith('/') || url.startsWith(base));

const isLink = (url: string): boolean => !/[\s\p{Cc}\\]/u.test(url) && (/^(?:https?:\/\/|mailto:)/.test(url) || !/^\/{2}|^[^/?#]*:/.test(url));
