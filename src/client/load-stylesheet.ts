import aids from '../styles/enhancements.css?url';

/** Load a stylesheet that only some pages need, once. Resolves when it is there, or cannot be had: plain is better than nothing. */
export function wear(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((done) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => done());
  });
}

/** Load the looks of the reading aids, which more than one of them brings. */
export const wearAids = (): Promise<void> => wear(aids);
