/**
 * The most bytes, in brotli: of a page with its stylesheets and scripts, of its scripts alone, of what a drawing may add, and of all client
 * code without the engine of the search. The longest text has 6.5 KB, its list of sources 0.7, a page without them about 12.5. The largest page
 * in Russian, a decision tree, has 29 KB without its drawing, because its letters take two bytes before compression.
 */
export const LIMITS = { page: 27 * 1024, withFonts: 56 * 1024, script: 4 * 1024, drawing: 6 * 1024, client: 19.25 * 1024 };
