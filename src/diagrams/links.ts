import { optimize } from 'svgo';

/** Replaces the target of every link in a cleaned SVG. */
export function mapLinks(svg: string, target: (href: string) => string): string {
  const plugin = {
    name: 'links',
    fn: () => ({
      element: {
        enter: ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
          if (name === 'a' && attributes['href'] !== undefined) attributes['href'] = target(attributes['href']);
        },
      },
    }),
  };
  return optimize(svg, { plugins: [plugin] }).data;
}
