/** The URLs of pages that moved or were withdrawn, for a server to answer with 301 or 410. */

/** A URL path, with the base path, and the response of a server. */
export type Move = { from: string; status: 301; to: string } | { from: string; status: 410 };

/** Returns the moves as `_redirects` of Netlify and Cloudflare Pages. Neither supports the status 410, so the page itself informs readers of its withdrawal. */
export function redirectsFile(moves: readonly Move[]): string {
  const lines = moves.flatMap((move) =>
    // Netlify uses the first line, because only a forced rule takes precedence over a file at that path; Cloudflare skips it and uses the second.
    move.status === 301 ? [`${move.from} ${move.to} 301!`, `${move.from} ${move.to} 301`] : [],
  );
  return `# Pages that moved. Written by the build from redirects.yaml.\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Returns the moves as two maps of nginx, from the path of a request to its new path or to the page with the notice of its withdrawal. */
export function nginxMoves(moves: readonly Move[]): string {
  const rows = (status: Move['status']): string =>
    moves
      .flatMap((move) => (move.status === status ? [`    "${move.from}" "${'to' in move ? move.to : `${move.from}index.html`}";\n`] : []))
      .join('');
  return `# Written by the build from redirects.yaml.
map $uri $moved {
    volatile;
    default "";
${rows(301)}}
map $uri $withdrawn {
    volatile;
    default "";
${rows(410)}}
`;
}

/** Returns the moves as directives of Caddy. */
export function caddyMoves(moves: readonly Move[]): string {
  const lines = moves.map((move) =>
    move.status === 301 ? `redir ${move.from} ${move.to} 301\n` : `handle ${move.from} {\n    error "Withdrawn" 410\n}\n`,
  );
  return `# Written by the build from redirects.yaml.\n${lines.join('')}`;
}
