/// <reference lib="webworker" />
/**
 * Serves the site with or without a network, and never mixes two versions. A version is one file, the pack, so it is complete or missing.
 * A navigation gets the newest version; the requests of an open page get the version of that page.
 */
/** `output/offline-bundle.ts` inserts the name, a hash of the content of the file. */
const PACK = '__PACK__';
const worker = self as unknown as ServiceWorkerGlobalScope;
const { pathname: BASE, href: SCOPE } = new URL(worker.registration.scope);
/** The prefix of the caches of this site; other sites of the same origin have caches too. */
const PREFIX = `${BASE} `;
const VERSION = PREFIX + PACK;
/** The cache with the version of each open page: `?<id of the client>` to the name of a cache. */
const CLIENTS = `${PREFIX}open`;

worker.addEventListener('install', (event) => event.waitUntil(unpack().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), deleteUnused()])));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(SCOPE)) event.respondWith(respond(event));
});

/** Puts every file of the pack into the cache of this version. The pack is a line of JSON, then the bytes of each file. */
async function unpack(): Promise<void> {
  const { ok, status, body } = await fetch(BASE + PACK, { cache: 'no-store' });
  if (!ok || !body) throw new Error(`${status} ${PACK}`);
  const bytes = new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  let at = bytes.indexOf(10) + 1;
  const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))) as [path: string, type: string, length: number][];
  const cache = await caches.open(VERSION);
  for (const [path, type, length] of files) {
    await cache.put(BASE + path, new Response(bytes.subarray(at, at + length), { headers: { 'Content-Type': type } }));
    at += length;
  }
}

/** Deletes the versions without an open page. */
async function deleteUnused(): Promise<void> {
  const open = await caches.open(CLIENTS);
  const needed = new Set([CLIENTS, VERSION]);
  for (const request of await open.keys()) {
    const version = await (await open.match(request))!.text();
    if (await worker.clients.get(new URL(request.url).search.slice(1))) needed.add(version);
    else await open.delete(request);
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !needed.has(name)) await caches.delete(name);
}

/**
 * Responds from the version of the requesting page, and with files that are not in it from the network. A page from the network gets its
 * resources from the network; offline, from the newest version.
 */
async function respond({ request, clientId, resultingClientId }: FetchEvent): Promise<Response> {
  const open = await caches.open(CLIENTS);
  const version = request.mode === 'navigate' ? VERSION : await (await open.match(`${BASE}?${clientId}`))?.text();
  const found = version && (await find(version, request));
  if (!found) return fetch(request).catch(async (error: unknown) => (await find(VERSION, request)) ?? Promise.reject(error));
  // The request creates a page or a worker.
  if (resultingClientId) await open.put(`${BASE}?${resultingClientId}`, new Response(version));
  return found;
}

/** Finds a URL in a version. The query, such as that of a search, is not part of the key. */
const find = async (version: string, { url }: Request): Promise<Response | undefined> =>
  (await caches.open(version)).match(url.replace(/[?#].*/s, ''));
