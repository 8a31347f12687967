/** The HTML and the components that a page may contain. Everything else is an error in `npm run check`, in `npm run dev` and in a build. */
import type { Root } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { nodesIn } from './nodes-in.ts';

/** The components that a page may use, with their attributes. */
const COMPONENT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = { Differs: ['id', 'points'], Tree: ['id'] };
export const COMPONENTS = Object.keys(COMPONENT_ATTRIBUTES);

/** HTML elements with a meaning for which Markdown has no syntax. No other HTML is allowed in a page. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  'abbr b bdi bdo br cite code dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark ol p q rp rt ruby s samp small span strong sub summary sup time u ul var wbr'.split(
    ' ',
  ),
);

const INTEGER = /^-?\d{1,6}$/;
/** Attributes of any element, with the values that they may have. None loads, runs or styles anything. */
const ANY: Readonly<Record<string, RegExp>> = {
  dir: /^(?:ltr|rtl|auto)$/,
  id: /^/,
  lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
  title: /^/,
};
const DATE = { datetime: /^[\dTZPYMDWHS:.+ -]+$/ };
const OWN: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  del: DATE,
  details: { open: /^(?:open)?$/ },
  img: { alt: /^/, height: INTEGER, src: /^/, width: INTEGER },
  ins: DATE,
  li: { value: INTEGER },
  ol: { reversed: /^(?:reversed)?$/, start: INTEGER, type: /^[1aAiI]$/ },
  time: DATE,
};

/** The attributes that an element or a component may have. */
export function attributesOf(name: string): string[] {
  return Object.hasOwn(COMPONENT_ATTRIBUTES, name) ? [...COMPONENT_ATTRIBUTES[name]!] : Object.keys(allowedOn(name)).sort();
}

/** Whether an element or a component may have an attribute with this value. */
export function isAllowed(name: string, attribute: string, value: string): boolean {
  if (Object.hasOwn(COMPONENT_ATTRIBUTES, name)) return COMPONENT_ATTRIBUTES[name]!.includes(attribute);
  const allowed = allowedOn(name);
  return Object.hasOwn(allowed, attribute) && allowed[attribute]!.test(value);
}

const allowedOn = (name: string): Readonly<Record<string, RegExp>> => ({ ...ANY, ...(Object.hasOwn(OWN, name) ? OWN[name] : {}) });

/** Whether an expression in braces is a comment or a string. A page may not contain others. */
export function isPlain({ data }: MdxFlowExpression | MdxTextExpression): boolean {
  const [first, ...rest] = data?.estree?.body ?? [];
  return rest.length === 0 && (!first || (first.type === 'ExpressionStatement' && first.expression.type === 'Literal'));
}

/**
 * Rejects a page with other HTML or components. Astro runs this plugin before it compiles a page, so no code in the page can run, even in `npm run
 * dev`, which shows pages with errors. `npm run check` lists all errors of this kind at once.
 */
export function refuseCode() {
  return (tree: Root, file: VFile): void => {
    const { layout } = (file.data.astro as { frontmatter?: { layout?: unknown } } | undefined)?.frontmatter ?? {};
    if (layout !== undefined) file.fail('The field “layout” would run a file. A page has no layout of its own.', { ruleId: 'code-in-page' });
    for (const node of nodesIn(tree)) {
      if (node.type === 'mdxjsEsm' || ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isPlain(node)))
        file.fail(`“${node.value.slice(0, 60)}” is code, which a page must not contain.`, { place: node.position, ruleId: 'code-in-page' });
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue;
      const found = forbiddenPart(node);
      if (found) file.fail(`${found} is not allowed in a page.`, { place: node.position, ruleId: 'raw-html' });
    }
  };
}

function forbiddenPart({ name, attributes }: MdxJsxFlowElement | MdxJsxTextElement): string | undefined {
  if (name && !ELEMENTS.has(name) && !COMPONENTS.includes(name)) return `<${name}>`;
  for (const attribute of attributes) {
    const { value } = attribute;
    if (attribute.type === 'mdxJsxExpressionAttribute' || (typeof value === 'object' && value)) return `Code in an attribute of <${name ?? ''}>`;
    if (!isAllowed(name ?? '', attribute.name, value ?? '')) return `The attribute ${attribute.name} of <${name ?? ''}>`;
  }
  return undefined;
}
