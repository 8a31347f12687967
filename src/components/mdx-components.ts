/** The components that render the text of a page. Every page that shows such text uses this one map. */
import Cite from './Cite.astro';
import Diagram from './Diagram.astro';
import Differs from './Difference.astro';
import Link from './Link.astro';
import Tree from './TreeTeaser.astro';

export const contentComponents = { a: Link, 'kb-cite': Cite, 'kb-diagram': Diagram, Differs, Tree };
