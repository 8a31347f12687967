/// <reference lib="webworker" />
/**
 * Serves the site with or without a network, and never mixes two versions. A version is complete or missing: it is unpacked when all its parts
 * are loaded. Parts stay in a cache, so that an interrupted download continues, and a new version loads only the parts that changed. A
 * navigation gets the newest version; the requests of an open page get the version of that page. If the caches fail, a reader with a network
 * gets the response of the network. One file, because a service worker is one script.
 */
/** The names of the parts, which `output/offline-bundle.ts` inserts: the beginning of the SHA-256 hash of each. */
const NAMES = '__PARTS__'.split(' ');
/** The offline pages, one per language, the first language first. Without a network they replace a page that is not stored. */
const OFFLINE_PAGES = '__OFFLINE_PAGES__'.split(' ');
const worker = self as unknown as ServiceWorkerGlobalScope;
const { pathname: BASE, href: SCOPE } = new URL(worker.registration.scope);
/** The prefix of the caches of this site; other sites of the same origin have caches too. */
const PREFIX = `${BASE} `;
/** The cache of the parts. */
const PARTS = `${PREFIX}parts`;
/** The cache with the version of each open page: `?<id of the client>` to the name of a cache. */
const CLIENTS = `${PREFIX}open`;

/** The cache of this version. */
const version = digest(new TextEncoder().encode(NAMES.join(' '))).then((hash) => `${PREFIX}version ${hash}`);
/** The entry that is written last; a version without it is incomplete. */
const COMPLETE = `${BASE}?complete`;
/** The entry in CLIENTS with the time at which storing this version failed, and the time until the next attempt, in milliseconds. */
const FAILED = `${BASE}?failed=${NAMES.join('')}`;
const DAY = 86_400_000;
/** The interval at which the worker checks that the site still exists, in milliseconds, and the number of newest entries that stay in CLIENTS. */
const HOUR = 3_600_000;
const MANY = 20;
let lastAsked = 0;
const urlOf = (name: string): string => `${BASE}offline/${name}.pack`;

worker.addEventListener('install', (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), deleteUnused()])));
worker.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || !event.request.url.startsWith(SCOPE)) return;
  event.respondWith(respond(event));
  if (event.request.mode === 'navigate') event.waitUntil(maintain().catch(() => undefined));
});

/** Loads the parts that are missing, one after the other, then unpacks them all. */
async function install(): Promise<void> {
  // A reader who saves data keeps the stored version. The first version is loaded only if the reader asks for it.
  const { saveData = false } = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection ?? {};
  if (saveData && worker.registration.active) throw new Error('The reader saves data.');
  const failed = await find(CLIENTS, FAILED);
  if (failed && Date.now() - Number(await failed.text()) < DAY) throw new Error('This version could not be kept before.');
  const parts = await caches.open(PARTS);
  for (const name of NAMES) {
    if (await parts.match(urlOf(name))) continue;
    // A network error is not stored: the download continues at the next visit.
    const bytes = await load(name);
    await remembering(async () => {
      if (!(await digest(bytes)).startsWith(name)) throw new Error(`${urlOf(name)} is broken.`);
      await parts.put(urlOf(name), new Response(bytes));
    });
  }
  await remembering(async () => {
    const cache = await caches.open(await version);
    for (const name of NAMES) await unpack(cache, (await parts.match(urlOf(name)))!);
    await cache.put(COMPLETE, new Response());
  });
}

/**
 * Runs a step. If it fails, deletes the version and does not load it again for a day: with a broken part or a full disk, the step would fail on every
 * page, each time after a download.
 */
async function remembering(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    await caches.delete(await version);
    if (!worker.registration.active) await caches.delete(PARTS);
    await (await caches.open(CLIENTS)).put(FAILED, new Response(String(Date.now())));
    throw error;
  }
}

/** Loads a part. */
async function load(name: string): Promise<ArrayBuffer> {
  const response = await fetch(urlOf(name), { cache: 'no-store', priority: 'low', redirect: 'error' });
  if (!response.ok) throw new Error(`${response.status} ${urlOf(name)}`);
  return response.arrayBuffer();
}

/** Returns a SHA-256 hash in hexadecimal digits. */
async function digest(bytes: BufferSource): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts every file of a part into a cache. A part is a line of JSON, then the bytes of each file. */
async function unpack(cache: Cache, { body }: Response): Promise<void> {
  const bytes = new Uint8Array(await new Response(body!.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  let at = bytes.indexOf(10) + 1;
  const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))) as [path: string, type: string, length: number][];
  for (const [path, type, length] of files) {
    await cache.put(BASE + path, new Response(bytes.subarray(at, at + length), { headers: { 'Content-Type': type } }));
    at += length;
  }
}

/** Deletes the versions without an open page, and the parts of other versions. */
async function deleteUnused(): Promise<void> {
  const open = await caches.open(CLIENTS);
  const needed = new Set([CLIENTS, PARTS, await version]);
  for (const request of await open.keys()) {
    const used = await (await open.match(request))!.text();
    if (await worker.clients.get(new URL(request.url).search.slice(1))) needed.add(used);
    else if (!request.url.endsWith(FAILED)) await open.delete(request);
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !needed.has(name)) await caches.delete(name);
  const parts = await caches.open(PARTS);
  const urls = new Set(NAMES.map((name) => new URL(urlOf(name), SCOPE).href));
  for (const { url } of await parts.keys()) if (!urls.has(url)) await parts.delete(url);
}

/**
 * Runs after a navigation. Unregisters the worker if the site moved, restores a version that the browser deleted, and removes closed pages
 * from CLIENTS.
 */
async function maintain(): Promise<void> {
  if (Date.now() - lastAsked > HOUR) {
    const { status, type } = await fetch(`${BASE}offline.js`, { cache: 'no-store', redirect: 'manual' });
    if (status === 404 || status === 410 || type === 'opaqueredirect') {
      // A loading page may register the worker again. Without caches, the worker only forwards requests, and checks the site again.
      await worker.registration.unregister();
      for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
      return;
    }
    lastAsked = Date.now();
  }
  if (!(await find(await version, COMPLETE))) await install();
  const open = await caches.open(CLIENTS);
  // The last entries may belong to pages that are still loading.
  const marks = (await open.keys()).slice(0, -MANY);
  for (const request of marks)
    if (!request.url.endsWith(FAILED) && !(await worker.clients.get(new URL(request.url).search.slice(1)))) await open.delete(request);
}

/** Responds from the caches. If they lack the file or fail, the network responds. */
async function respond(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await fromVersion(event).catch(() => undefined);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    // A page from before the last deployment requests files that the host no longer has.
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
  const used = request.mode === 'navigate' ? await version : await (await open.match(`${BASE}?${clientId}`))?.text();
  const found = used === undefined ? undefined : await find(used, keyOf(request));
  // The request creates a page or a worker.
  if (found && used && resultingClientId) await open.put(`${BASE}?${resultingClientId}`, new Response(used)).catch(() => undefined);
  return found;
}

/** Returns the response without a network: the stored page, a redirect to the URL with a slash, or the offline page. */
async function withoutNetwork(request: Request): Promise<Response | undefined> {
  const key = keyOf(request);
  const found = await find(await version, key);
  if (found || request.mode !== 'navigate') return found;
  if (await find(await version, `${key}/`)) return Response.redirect(`${key}/${new URL(request.url).search}`, 301);
  const path = key.slice(SCOPE.length);
  const [first = '', ...others] = OFFLINE_PAGES;
  const page = others.find((one) => path.startsWith(one.replace(/no-network\/$/, ''))) ?? first;
  const offline = await find(await version, SCOPE + page);
  return offline && new Response(offline.body, { status: 503, headers: offline.headers });
}

/** Returns the key of a URL in the cache of a version. The key does not contain the query. */
const keyOf = ({ url }: Request): string => url.replace(/[?#].*/s, '');

/** Finds an entry in a cache. Unlike `caches.open`, it does not create a missing cache. */
const find = (cacheName: string, key: string): Promise<Response | undefined> => caches.match(key, { cacheName });
