import enhancements from '../styles/enhancements.css?url';

/** Loads a stylesheet once. Also resolves if it cannot be loaded: unstyled content is better than none. */
export function loadStylesheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((done) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => done());
  });
}

/** Loads the stylesheet of the enhancements. */
export const loadEnhancementStyles = (): Promise<void> => loadStylesheet(enhancements);
