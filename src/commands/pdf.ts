/** `npm run pdf`: build the site with the whole base as a PDF in it, offered for download. Needs Chromium, which a build alone does not. */
import { build } from './build.ts';
import { findBrowser, launchArguments } from './lib/find-chromium.ts';

try {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('The PDF is printed by Chromium, and there is none here. Install it, or set CHROMIUM_PATH.');
  process.exitCode = (await build({ executablePath, args: launchArguments() })) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
