/**
 * What a page may load: only from this site. `'wasm-unsafe-eval'` lets Pagefind compile its WebAssembly; it allows no `eval` of scripts.
 * Speculation rules cannot run.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
