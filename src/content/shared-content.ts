/**
 * The content of the command that runs. A command and the pages run in one process but in two module graphs, Node's and Vite's, so
 * what was loaded is handed over on globalThis; otherwise a build would read and parse everything twice.
 */
import { loadContent, type Content } from './load-content.ts';

const KEY = Symbol.for('content of this process');
const holder = globalThis as { [KEY]?: Promise<Content> | undefined };

/** The path under which the site is served; it begins and ends with a slash. */
export const basePath = (): string => `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');

/** Hand content over to the pages, or with undefined make them load it anew. */
export const shareContent = (content: Content | undefined): void => void (holder[KEY] = content && Promise.resolve(content));

/** The content that was handed over, or else loaded now. */
export const sharedContent = (): Promise<Content> => (holder[KEY] ??= loadContent(process.env.CONTENT_DIR ?? 'content', basePath()));
