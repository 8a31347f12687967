/**
 * `npm run lock`: completes the lock file after `npm install` from a registry that lacks some platform packages. npm 11 refuses `npm ci` if any of
 * these has no entry ("Missing: … from lock file"), although it installs only those of its platform. Remove this command when the registry has all of
 * them. Each entry without a hash gets the published hash, so that `npm ci` verifies it on every platform.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

interface Locked {
  version?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];

const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const { '': root, ...packages } = lock.packages;
const added: string[] = [];
for (const [owner, { optionalDependencies, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    const found = lookUp(owner, name);
    if (!/^\d+\.\d+\.\d+$/.test(version) || (found && packages[found]?.version === version)) continue;
    packages[found ? `${owner}/node_modules/${name}` : `node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      ...platformOf(name),
      optional: true,
    } as Locked;
    added.push(`${name}@${version}`);
  }
}
for (const [path, locked] of Object.entries(packages)) {
  if (locked.integrity) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const integrity = await publishedHash(`${name}@${locked.version}`);
  const { version, ...rest } = locked;
  packages[path] = { version: version!, integrity, ...rest };
  added.push(`${name}@${version}: ${integrity.slice(0, 20)}…`);
}
const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile('package-lock.json', `${JSON.stringify({ ...lock, packages: { '': root, ...sorted } }, null, 2)}\n`);
console.log(added.join('\n') || 'The lock file is complete.');

/** Asks the registry for the hash of a package. */
async function publishedHash(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['view', name, 'dist.integrity']);
  return stdout.trim();
}

/** Returns the path from which Node would load a package: next to its owner, else in a parent folder. */
function lookUp(owner: string, name: string): string | undefined {
  for (let place = owner; place; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place}/node_modules/${name}`]) return `${place}/node_modules/${name}`;
  }
  return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
}

/** Returns the platform in the name of a package. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const parts = name.replace('windows', 'win32').split(/[/-]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  const libc = parts.some((part) => part.startsWith('musl')) ? 'musl' : parts.some((part) => part.startsWith('gnu')) ? 'glibc' : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc && os === 'linux' ? { libc: [libc] } : {}) };
}
