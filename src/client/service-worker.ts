/// <reference lib="webworker" />
/**
 * Serves the site with or without a network, and never mixes two versions. A version is complete or missing: it is unpacked when all its parts
 * have come. Parts stay in a cache, so that an interrupted download goes on where it stopped, and a new version loads only the parts that
 * changed. A navigation gets the newest version; the requests of an open page get the version of that page.
 */
/** The names of the parts, which `output/offline-bundle.ts` inserts: the beginning of the SHA-256 hash of each. */
const NAMES = '__PARTS__'.split(' ');
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
const urlOf = (name: string): string => `${BASE}offline/${name}.pack`;

worker.addEventListener('install', (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), deleteUnused()])));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(SCOPE)) event.respondWith(respond(event));
});

/** Loads the parts that are missing, one after the other, then unpacks them all. */
async function install(): Promise<void> {
  // A reader who saves data keeps the version that is there. The first version comes only when it is asked for.
  const { saveData = false } = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection ?? {};
  if (saveData && worker.registration.active) throw new Error('The reader saves data.');
  const parts = await caches.open(PARTS);
  for (const name of NAMES) if (!(await parts.match(urlOf(name)))) await parts.put(urlOf(name), new Response(await load(name)));
  const cache = await caches.open(await version);
  for (const name of NAMES) await unpack(cache, (await parts.match(urlOf(name)))!);
}

/** Loads a part and compares it with its name. */
async function load(name: string): Promise<ArrayBuffer> {
  const response = await fetch(urlOf(name), { cache: 'no-store', priority: 'low' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || !(await digest(bytes)).startsWith(name)) throw new Error(`${response.status} ${urlOf(name)}`);
  return bytes;
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
    else await open.delete(request);
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !needed.has(name)) await caches.delete(name);
  const parts = await caches.open(PARTS);
  const urls = new Set(NAMES.map((name) => new URL(urlOf(name), SCOPE).href));
  for (const { url } of await parts.keys()) if (!urls.has(url)) await parts.delete(url);
}

/**
 * Responds from the version of the requesting page, and with files that are not in it from the network. A page from the network gets its
 * resources from the network; offline, from the newest version.
 */
async function respond({ request, clientId, resultingClientId }: FetchEvent): Promise<Response> {
  const open = await caches.open(CLIENTS);
  const used = request.mode === 'navigate' ? await version : await (await open.match(`${BASE}?${clientId}`))?.text();
  const found = used && (await find(used, request));
  if (!found) return fetch(request).catch(async (error: unknown) => (await find(await version, request)) ?? Promise.reject(error));
  // The request creates a page or a worker.
  if (resultingClientId) await open.put(`${BASE}?${resultingClientId}`, new Response(used));
  return found;
}

/** Finds a URL in a version. The query, such as that of a search, is not part of the key. */
const find = async (used: string, { url }: Request): Promise<Response | undefined> => (await caches.open(used)).match(url.replace(/[?#].*/s, ''));
