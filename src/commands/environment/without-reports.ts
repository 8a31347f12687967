/**
 * Imported before Astro by each command that runs it. Otherwise Astro sends telemetry, looks for a newer version of itself, and writes its
 * settings to the home folder, which may be read-only.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
