/**
 * Shares the loaded content between the command and the pages. They run in one process but in two module graphs, Node's and Vite's, so the
 * content is stored on globalThis. Otherwise a build would load it twice.
 */
import { loadContent, type Content } from './load-content.ts';

const KEY = Symbol.for('content of this process');
const holder = globalThis as { [KEY]?: Promise<Content> | undefined };

/** The base path of the site, with a slash at both ends. */
export const basePath = (): string => `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');

/** Sets the content for the pages; undefined makes them load it again. */
export const shareContent = (content: Content | Promise<Content> | undefined): void => void (holder[KEY] = content && Promise.resolve(content));

/** Returns the shared content, or loads it. */
export const sharedContent = (): Promise<Content> => (holder[KEY] ??= loadContent(process.env.CONTENT_DIR ?? 'content', basePath()));
