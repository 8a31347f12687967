/// <reference lib="webworker" />
/**
 * Serves the base with or without a network, and never a mixture of two versions of it. A version is one file, the pack: all of
 * it has come, or nothing. A page that is opened gets the newest version, and all that an open page asks for later comes from
 * the version that the page is of, as long as it stays open.
 */
/** `output/offline-bundle.ts` puts the name in; it is a hash of what the file holds. */
const PACK = '__PACK__';
const worker = self as unknown as ServiceWorkerGlobalScope;
const { pathname: BASE, href: SCOPE } = new URL(worker.registration.scope);
/** Other bases may keep caches under the same origin. */
const OWN = `${BASE} `;
const VERSION = OWN + PACK;
/** Which version each open page is of: `?<id of the client>` to the name of a cache. */
const OPEN = `${OWN}open`;

worker.addEventListener('install', (event) => event.waitUntil(unpack().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), clear()])));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(SCOPE)) event.respondWith(answer(event));
});

/** Put every file of the pack into the cache of this version: it begins with a line of JSON, then come the bytes of each file. */
async function unpack(): Promise<void> {
  const { ok, status, body } = await fetch(BASE + PACK, { cache: 'no-store' });
  if (!ok || !body) throw new Error(`${PACK} did not come: ${status}`);
  const bytes = new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  let at = bytes.indexOf(10) + 1;
  const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))) as [path: string, type: string, length: number][];
  const cache = await caches.open(VERSION);
  for (const [path, type, length] of files) {
    await cache.put(BASE + path, new Response(bytes.subarray(at, at + length), { headers: { 'Content-Type': type } }));
    at += length;
  }
}

/** Drop the versions of which no page is open any more. */
async function clear(): Promise<void> {
  const open = await caches.open(OPEN);
  const needed = new Set([OPEN, VERSION]);
  for (const mark of await open.keys()) {
    const version = await (await open.match(mark))!.text();
    if (await worker.clients.get(new URL(mark.url).search.slice(1))) needed.add(version);
    else await open.delete(mark);
  }
  for (const name of await caches.keys()) if (name.startsWith(OWN) && !needed.has(name)) await caches.delete(name);
}

/**
 * Answer from the version of the page that asks. What is not in it comes from the network; so does all that a page asks for
 * which itself came from there, and only without a network from the newest version.
 */
async function answer({ request, clientId, resultingClientId }: FetchEvent): Promise<Response> {
  const open = await caches.open(OPEN);
  const version = request.mode === 'navigate' ? VERSION : await (await open.match(`${BASE}?${clientId}`))?.text();
  const found = version && (await find(version, request));
  if (!found) return fetch(request).catch(async (error: unknown) => (await find(VERSION, request)) ?? Promise.reject(error));
  // A page or a worker begins here.
  if (resultingClientId) await open.put(`${BASE}?${resultingClientId}`, new Response(version));
  return found;
}

/** A query, as of the search, is not part of what is kept. */
const find = async (version: string, { url }: Request): Promise<Response | undefined> =>
  (await caches.open(version)).match(url.replace(/[?#].*/s, ''));
