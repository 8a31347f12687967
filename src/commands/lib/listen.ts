import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const LAST = 65_535;

/** Read the port that PORT names; `usual` when it is not set. */
export function readPort(text: string | undefined, usual = 4321): number {
  if (!text) return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LAST) return port;
  throw new Error(`PORT is "${text}"; it must be a whole number from 0 to ${LAST}, for example PORT=${usual}.`);
}

/** Listen on this machine only, at the port or the next free one, and return which. Port 0 lets the system choose. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; next <= LAST; next += 1) {
    if ((await isFree(next)) && (await bind(server, next, 'localhost'))) return (server.address() as AddressInfo).port;
  }
  throw new Error(`Every port from ${port} to ${LAST} is taken.`);
}

/** Browsers try both loopback addresses for `localhost`, so a port is free only when it is free on both. */
async function isFree(port: number): Promise<boolean> {
  if (port === 0) return true;
  for (const host of ['127.0.0.1', '::1']) {
    const probe = createServer();
    if (!(await bind(probe, port, host))) return false;
    await new Promise((done) => probe.close(done));
  }
  return true;
}

/** Resolve false when the port is taken. */
async function bind(server: Server, port: number, host: string): Promise<boolean> {
  try {
    await once(server.listen(port, host), 'listening');
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    // A machine without IPv6 has nobody on that address either.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return true;
    if (code === 'EACCES') throw new Error(`Port ${port} is kept for the system; set PORT to one above 1023.`, { cause: error });
    throw error;
  }
}
