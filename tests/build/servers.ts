/** Real servers for the tests: nginx and Caddy, of the system or from Debian's packages, unpacked beside the other caches. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from './base-copies.ts';

/** Finds a server, or downloads and unpacks Debian's package of it without installing it. Returns undefined if neither is possible. */
export function findServer(name: 'nginx' | 'caddy'): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];
  const cache = join(root, 'node_modules/.cache/servers', name);
  const unpacked = ['usr/sbin', 'usr/bin'].map((folder) => join(cache, folder));
  const found = () => [...folders, ...unpacked].map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found()) return found();
  try {
    mkdirSync(cache, { recursive: true });
    execFileSync('apt-get', ['download', name], { cwd: cache, stdio: 'ignore', timeout: 120_000 });
    for (const file of readdirSync(cache).filter((one) => one.endsWith('.deb'))) execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: cache });
  } catch {
    return undefined;
  }
  return found();
}

/** Returns a free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export interface Running {
  stop(): Promise<void>;
}

/** Starts a server and waits until it answers at a port. */
export async function start(path: string, given: string[], port: number, env: Record<string, string> = {}): Promise<Running> {
  const child: ChildProcess = spawn(path, given, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`${path} did not start:\n${output}`);
    const isOpen = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isOpen) break;
    await setTimeout(100);
  }
  return {
    async stop() {
      child.kill();
      await ended;
    },
  };
}
