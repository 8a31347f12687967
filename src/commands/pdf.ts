/** `npm run pdf`: builds the site with a PDF of the book for download. Needs Chromium. */
import { build } from './build.ts';
import { findBrowser, launchArguments } from './environment/find-chromium.ts';

try {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('The PDF needs Chromium, which was not found. Install it, or set CHROMIUM_PATH.');
  process.exitCode = (await build({ executablePath, args: launchArguments() })) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
