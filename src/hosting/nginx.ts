import { CACHING, COMPRESSED, HSTS, patternUnder, SECURITY, TYPES } from './headers.ts';

export interface NginxSettings {
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The folder of the built site. */
  folder: string;
  host: string;
  http: number;
  https: number;
  certificate: string;
  key: string;
}

/** Returns the configuration of nginx for a site; it goes into the `http` block, as `/etc/nginx/conf.d/site.conf` does. */
export function nginxConfig({ base, folder, host, http, https, certificate, key }: NginxSettings): string {
  const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => type.split(';')[0]!);
  const types = [...byType].map(([type, extensions]) => `        ${type} ${extensions.map(([extension]) => extension).join(' ')};`);
  const texts = [...byType].filter(([, [first]]) => first![1].includes('charset')).map(([type]) => type);
  const caching = CACHING.map(({ pattern, value }) => `    ${pattern.source === '^' ? 'default' : `"~${patternUnder(base, pattern)}"`} "${value}";`);
  const compressed = [...new Set(COMPRESSED.map((extension) => TYPES[extension]!.split(';')[0]!))].filter((type) => type !== 'text/html');
  const headers = Object.entries({ ...SECURITY, 'Strict-Transport-Security': HSTS, 'Cache-Control': '$caching' });
  const place =
    base === '/'
      ? `    root ${folder};`
      : `    location = ${base.slice(0, -1)} { return 301 ${base}; }
    location ^~ ${base} { alias ${folder}/; }
    location / { return 404; }`;
  return `# Written by npm run hosting from the table in src/hosting; a test compares the two. Change it there.
# It belongs into the http block of nginx, for example as /etc/nginx/conf.d/site.conf.

# The URLs of moved pages are longer than nginx expects in a map.
map_hash_bucket_size 2048;
map_hash_max_size 65536;

map $uri $caching {
${caching.join('\n')}
}

# The pages that moved or were withdrawn: $moved and $withdrawn. Reload nginx after a deployment.
include ${folder}/.hosting/nginx-moves.conf;

server {
    listen ${http};
    listen [::]:${http};
    server_name ${host};
    return 301 https://$host${https === 443 ? '' : `:${https}`}$request_uri;
}

server {
    listen ${https} ssl http2;
    listen [::]:${https} ssl http2;
    server_name ${host};
    ssl_certificate ${certificate};
    ssl_certificate_key ${key};
    ssl_protocols TLSv1.2 TLSv1.3;
    server_tokens off;

    # A redirect names no host and no port, which may differ behind a proxy.
    absolute_redirect off;
    index index.html;

    default_type application/octet-stream;
    types {
${types.join('\n')}
    }
    charset utf-8;
    charset_types ${texts.filter((type) => type !== 'text/html').join(' ')};

    # Files that the build compressed (PRECOMPRESS=1) are sent as they are; the others are compressed here.
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1000;
    gzip_types ${compressed.join(' ')};

${headers.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}

    # No hidden files, except those in .well-known (contact, certificates).
    if ($uri ~ "/\\.(?!well-known/)") { return 404; }
    if ($moved) { return 301 $moved$is_args$args; }
    if ($withdrawn) { return 410; }
    error_page 404 ${base}404.html;
    error_page 410 $withdrawn;

${place}
}
`;
}
