/** A host on which a test can deploy a later version, change or remove files, move the site, or stop. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from 'playwright/test';
import { createHandler } from '../../src/commands/server/static-files.ts';
import { builtSite } from '../sites.ts';

/** The folders of the first version and of the later one. */
export const [FIRST, LATER] = [await builtSite('ferry'), await builtSite('ferry-later')];
const answers = new Map([FIRST, LATER].map((folder) => [folder, createHandler(folder, '/kb/')]));

export interface ChangingHost {
  url: string;
  /** The folder of the version that is deployed. */
  deployed: string;
  /** The requested paths, below the base path. */
  asked: string[];
  /** Files with other bytes than those of the version, by their path below the base path; undefined for a missing file. */
  changed: Map<string, Buffer | undefined>;
  /** When true, the host redirects to another address. */
  isMoved: boolean;
  close(): Promise<void>;
}

/** Starts a host with the first version, at an origin of its own. */
export async function startHost(): Promise<ChangingHost> {
  const server = createServer((request: IncomingMessage, response) => {
    const path = request.url!.replace('/kb/', '');
    host.asked.push(path);
    if (request.url!.startsWith('/new/')) return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>New</title>');
    if (host.isMoved && path === 'offline.js') return void response.writeHead(404).end();
    if (host.isMoved) return void response.writeHead(301, { Location: `/new${request.url}` }).end();
    if (!host.changed.has(path)) return answers.get(host.deployed)!(request, response);
    const bytes = host.changed.get(path);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host: ChangingHost = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/kb/`,
    deployed: FIRST,
    asked: [],
    changed: new Map(),
    isMoved: false,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return host;
}

/** Visits a second page, which registers the worker, and waits until the site is stored. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(new URL('/kb/search/', url).href);
  await page.goto(url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

export const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
/** Lists the caches of stored versions. */
export const versions = async (page: Page): Promise<string[]> => (await cacheNames(page)).filter((name) => name.includes('version'));
