import { CACHING, HSTS, patternUnder, SECURITY, TYPES } from './headers.ts';

export interface CaddySettings {
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The folder of the built site. */
  folder: string;
  /** The address of the site in Caddy's form: `example.org`, or `:8080` without HTTPS. */
  address: string;
}

/** Returns the Caddyfile of a site. */
export function caddyfile({ base, folder, address }: CaddySettings): string {
  const headers = Object.entries({ ...SECURITY, 'Strict-Transport-Security': HSTS });
  const caching = CACHING.map(({ pattern, value }) => `        ${pattern.source === '^' ? 'default' : `~${patternUnder(base, pattern)}`} "${value}"`);
  // With `defer`, this header replaces the type that the file server sets.
  const types = [...Map.groupBy(Object.entries(TYPES), ([, type]) => type)].flatMap(([type, extensions], at) => [
    `    @type${at} path ${extensions.map(([extension]) => `*.${extension}`).join(' ')}`,
    `    header @type${at} {\n        Content-Type "${type}"\n        defer\n    }`,
  ]);
  const strip = base === '/' ? '' : `        uri strip_prefix ${base.slice(0, -1)}\n`;
  const site = `        root * ${folder}\n        file_server {\n            hide .hosting .nojekyll\n            precompressed br gzip\n        }`;
  const serve =
    base === '/'
      ? `    handle {\n${site}\n    }`
      : `    redir ${base.slice(0, -1)} ${base} 301
    handle_path ${base}* {
${site}
    }
    handle {
        error 404
    }`;
  return `# Written by npm run hosting from the table in src/hosting; a test compares the two. Change it there.

(headers) {
    header {
${headers.map(([name, value]) => `        ${name} "${value}"`).join('\n')}
        -Server
    }
}

${address} {
    import headers
    # Browsers revalidate pages and lists each time; most responses are a short 304.
    map {path} {caching} {
${caching.join('\n')}
    }
    header Cache-Control {caching}
${types.join('\n')}

    # The pages that moved or were withdrawn. Reload Caddy after a deployment.
    import ${folder}/.hosting/caddy-moves.conf

    encode gzip
${serve}

    handle_errors {
        import headers
        header Content-Type "${TYPES.html}"
        header Cache-Control "${CACHING.at(-1)!.value}"
        root * ${folder}
${strip}        @withdrawn expression {err.status_code} == 410
        rewrite @withdrawn {path}index.html
        @missing expression {err.status_code} == 404
        rewrite @missing /404.html
        file_server
    }
}
`;
}
