/** The components that MDX uses in the text of a page. Every page with such text uses this one map. */
import Cite from './Cite.astro';
import Diagram from './Diagram.astro';
import Difference from './Difference.astro';
import Link from './Link.astro';
import TreeTeaser from './TreeTeaser.astro';

export const mdxComponents = { 'kb-link': Link, 'kb-cite': Cite, 'kb-diagram': Diagram, Differs: Difference, Tree: TreeTeaser };
