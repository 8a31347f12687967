/// <reference lib="webworker" />
/**
 * Serves the site with or without a network, and never mixes two versions. A version is one file, the pack, so it is complete or missing.
 * A navigation gets the newest version; the requests of an open page get the version of that page. Whatever the caches refuse, a reader with
 * a network gets the answer of the network.
 */
/** `output/offline-bundle.ts` inserts the name of the pack, which changes with its content, the hash of its bytes, and the offline pages. */
const PACK = '__PACK__';
const HASH = '__HASH__';
const OFFLINE_PAGES = '__OFFLINE_PAGES__';
const worker = self as unknown as ServiceWorkerGlobalScope;
const { pathname: BASE, href: SCOPE } = new URL(worker.registration.scope);
/** The prefix of the caches of this site; other sites of the same origin have caches too. */
const PREFIX = `${BASE} `;
const VERSION = PREFIX + PACK;
/** The cache with the version of each open page: `?<id of the client>` to the name of a cache. */
const CLIENTS = `${PREFIX}open`;
/** The entry in CLIENTS that says when this pack could not be kept, and how long it is not loaded again then. */
const FAILED = `${BASE}?failed=${PACK}`;
const DAY = 86_400_000;
/** The last entry of a version. */
const COMPLETE = `${BASE}?complete`;
/** How often to ask whether the site is still here, and how many entries CLIENTS has before it is tidied. */
const HOUR = 3_600_000;
const MANY = 20;
let lastAsked = 0;

worker.addEventListener('install', (event) => event.waitUntil(unpack().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), deleteUnused()])));
worker.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || !event.request.url.startsWith(SCOPE)) return;
  event.respondWith(respond(event));
  if (event.request.mode === 'navigate') event.waitUntil(maintain().catch(() => undefined));
});

/**
 * Puts every file of the pack into the cache of this version. The pack is a line of JSON, then the bytes of each file. A pack that is
 * broken or has no room is not loaded again for a day, so that a reader does not pay for it on every page.
 */
async function unpack(): Promise<void> {
  const failed = await caches.match(FAILED, { cacheName: CLIENTS });
  if (failed && Date.now() - Number(await failed.text()) < DAY) throw new Error(`${PACK} could not be kept before`);
  const response = await fetch(BASE + PACK, { cache: 'no-store', redirect: 'error' });
  if (!response.ok) throw new Error(`${response.status} ${PACK}`);
  const packed = await response.arrayBuffer();
  try {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', packed));
    if ([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== HASH) throw new Error(`${PACK} is broken`);
    const stream = new Response(packed).body!.pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let at = bytes.indexOf(10) + 1;
    const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))) as [path: string, type: string, length: number][];
    const cache = await caches.open(VERSION);
    for (const [path, type, length] of files) {
      await cache.put(BASE + path, new Response(bytes.subarray(at, at + length), { headers: { 'Content-Type': type } }));
      at += length;
    }
    await cache.put(COMPLETE, new Response());
  } catch (error) {
    await caches.delete(VERSION);
    await (await caches.open(CLIENTS)).put(FAILED, new Response(String(Date.now())));
    throw error;
  }
}

/** Deletes the versions without an open page. */
async function deleteUnused(): Promise<void> {
  const open = await caches.open(CLIENTS);
  const needed = new Set([CLIENTS, VERSION]);
  for (const request of await open.keys()) {
    const version = await (await open.match(request))!.text();
    if (await worker.clients.get(new URL(request.url).search.slice(1))) needed.add(version);
    else if (!request.url.endsWith(FAILED)) await open.delete(request);
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !needed.has(name)) await caches.delete(name);
}

/** After a navigation: leaves a site that moved, loads a version again that the browser deleted, and tidies the list of open pages. */
async function maintain(): Promise<void> {
  if (Date.now() - lastAsked > HOUR) {
    const { status, type } = await fetch(`${BASE}offline.js`, { cache: 'no-store', redirect: 'manual' });
    if (status === 404 || status === 410 || type === 'opaqueredirect') {
      // A page that is loading may register the worker again. Without caches it only passes requests on, and it is asked again then.
      await worker.registration.unregister();
      for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
      return;
    }
    lastAsked = Date.now();
  }
  if (!(await find(VERSION, COMPLETE))) await unpack();
  const open = await caches.open(CLIENTS);
  // The last entries may be of pages that are just being opened.
  const marks = (await open.keys()).slice(0, -MANY);
  for (const request of marks)
    if (!request.url.endsWith(FAILED) && !(await worker.clients.get(new URL(request.url).search.slice(1)))) await open.delete(request);
}

/** Responds from the caches, and with the answer of the network to what they do not have or cannot give. */
async function respond(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await fromVersion(event).catch(() => undefined);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    // A page of before the last deployment asks for files that the host no longer has.
    const old = response.status === 404 && request.mode !== 'navigate' ? await caches.match(keyOf(request)).catch(() => undefined) : undefined;
    return old ?? response;
  } catch (error) {
    const found = await withoutNetwork(request).catch(() => undefined);
    if (found) return found;
    throw error;
  }
}

/** Finds a file in the version of the requesting page, or a page in the newest version. */
async function fromVersion({ request, clientId, resultingClientId }: FetchEvent): Promise<Response | undefined> {
  const open = await caches.open(CLIENTS);
  const version = request.mode === 'navigate' ? VERSION : await (await open.match(`${BASE}?${clientId}`))?.text();
  const found = version === undefined ? undefined : await find(version, keyOf(request));
  // The request creates a page or a worker.
  if (found && version && resultingClientId) await open.put(`${BASE}?${resultingClientId}`, new Response(version)).catch(() => undefined);
  return found;
}

/** What there is for a request that the network did not answer: a page in place of its address without a slash, or the offline page. */
async function withoutNetwork(request: Request): Promise<Response | undefined> {
  const key = keyOf(request);
  const found = await find(VERSION, key);
  if (found || request.mode !== 'navigate') return found;
  if (await find(VERSION, `${key}/`)) return Response.redirect(`${key}/${new URL(request.url).search}`, 301);
  const path = key.slice(SCOPE.length);
  const pages = OFFLINE_PAGES.split(' ');
  const page = pages.find((one) => one !== pages[0] && path.startsWith(one.replace(/offline\/$/, ''))) ?? pages[0]!;
  const offline = await find(VERSION, SCOPE + page);
  return offline && new Response(offline.body, { status: 503, headers: offline.headers });
}

/** The key of a URL in a version. The query, such as that of a search, is not part of it. */
const keyOf = ({ url }: Request): string => url.replace(/[?#].*/s, '');

/** Does not create the version, so that one which is missing is noticed. */
const find = (cacheName: string, key: string): Promise<Response | undefined> => caches.match(key, { cacheName });
