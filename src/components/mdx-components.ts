/** The components that MDX uses in the text of a page. Every page with such text uses this one map. */
import Diagram from './Diagram.astro';
import Difference from './Difference.astro';
import TreeTeaser from './TreeTeaser.astro';

export const mdxComponents = { 'kb-diagram': Diagram, Differs: Difference, Tree: TreeTeaser };
