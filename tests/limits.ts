/**
 * The most bytes, in brotli: of a page with its stylesheets and scripts, of its scripts alone, of what a drawing may add, and of
 * all client code without the engine of the search. The longest texts have 5.6 KB, a page without its text about 12.
 */
export const LIMITS = { page: 18 * 1024, withFonts: 54 * 1024, script: 4 * 1024, drawing: 6 * 1024, client: 15.5 * 1024 };
