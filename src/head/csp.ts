/**
 * The Content-Security-Policy of every page: resources of this site only. `'wasm-unsafe-eval'` lets Pagefind compile its WebAssembly, without
 * `eval` for scripts. `'inline-speculation-rules'` allows rules for prefetching, which are not code.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
