import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';

const LAST = 65_535;

/** Returns the port in PORT, else `usual`. */
export function readPort(text: string | undefined, usual = 4321): number {
  if (!text) return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LAST) return port;
  throw new Error(`PORT is "${text}"; it must be a whole number from 0 to ${LAST}, for example PORT=${usual}.`);
}

/** Returns the address in HOST, such as `0.0.0.0` in a container; undefined for this machine only. */
export function readHost(text: string | undefined): string | undefined {
  if (!text || text === 'localhost') return undefined;
  if (isIP(text) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text)) return text;
  throw new Error(`HOST is "${text}"; it must be an address of this machine, for example HOST=0.0.0.0 for all of them.`);
}

/** Listens at the port or the next free one, and returns it. Port 0 lets the system choose. Without a `host`, on this machine only. */
export async function listen(server: Server, port: number, host?: string): Promise<number> {
  for (let next = port; next <= LAST; next += 1) {
    const isOpen = host !== undefined || (await isFree(next));
    if (isOpen && (await bind(server, next, host ?? 'localhost'))) return (server.address() as AddressInfo).port;
  }
  throw new Error(`Every port from ${port} to ${LAST} is taken.`);
}

/** Browsers try both loopback addresses for `localhost`, so a port must be free on both. */
async function isFree(port: number): Promise<boolean> {
  if (port === 0) return true;
  for (const host of ['127.0.0.1', '::1']) {
    const probe = createServer();
    if (!(await bind(probe, port, host))) return false;
    await new Promise((done) => probe.close(done));
  }
  return true;
}

/** Returns false if the port is taken. */
async function bind(server: Server, port: number, host: string): Promise<boolean> {
  try {
    await once(server.listen(port, host), 'listening');
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    // Without IPv6 the address does not exist, so the port is free there.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return true;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`HOST is "${host}", which is not an address of this machine.`, { cause: error });
    if (code === 'EACCES') throw new Error(`Port ${port} is reserved for the system. Set PORT to one above 1023.`, { cause: error });
    throw error;
  }
}
