/**
 * `npm run hosting`: writes the configurations of nginx and Caddy from the table of headers. Without settings these are the files of the
 * repository; `SITE_URL=https://example.net BASE_PATH=/kb/ FOLDER=/var/www/kb npm run hosting -- /etc/site` writes those of a site. With
 * `LISTEN=:8080` Caddy serves without HTTPS at a port, behind a proxy.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caddyfile } from '../hosting/caddy.ts';
import { nginxConfig } from '../hosting/nginx.ts';
import { readBasePath, readSiteUrl } from './environment/settings.ts';

/** Returns the configuration files by name, for the settings of a site. */
export function hostingConfigs({ SITE_URL, BASE_PATH, FOLDER, LISTEN }: NodeJS.ProcessEnv): Record<string, string> {
  const host = new URL(readSiteUrl(SITE_URL) ?? 'https://example.org').hostname;
  const base = readBasePath(BASE_PATH);
  const folder = (FOLDER || '/srv/site').replace(/\/$/, '');
  const [certificate, key] = ['fullchain', 'privkey'].map((name) => `/etc/letsencrypt/live/${host}/${name}.pem`) as [string, string];
  return {
    'nginx.conf': nginxConfig({ base, folder, host, http: 80, https: 443, certificate, key }),
    Caddyfile: caddyfile({ base, folder, address: LISTEN || host }),
  };
}

if (import.meta.main) {
  const into = process.argv[2] ?? 'deploy';
  await mkdir(into, { recursive: true });
  for (const [name, text] of Object.entries(hostingConfigs(process.env))) {
    await writeFile(join(into, name), text);
    console.log(join(into, name));
  }
}
