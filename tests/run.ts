import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Run {
  code: number | null;
  output: string;
}

/** Runs a command with this Node, with the given environment variables and none of the caller's settings. */
export async function run(command: string, env: Record<string, string>, signal?: AbortSignal, given: string[] = []): Promise<Run> {
  const { CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH, PREVIEW, NODE_OPTIONS, NODE_TEST_CONTEXT, FORCE_COLOR, ...rest } = process.env;
  const child = spawn(process.execPath, [`src/commands/${command}.ts`, ...given], { cwd: root, env: { ...rest, ...env } });
  signal?.addEventListener('abort', () => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}
