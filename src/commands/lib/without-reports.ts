/**
 * Imported before Astro by everything that runs it. Astro would report each build to its makers, look for a newer version of itself,
 * and write its settings to the home folder, which some machines do not let it do.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
