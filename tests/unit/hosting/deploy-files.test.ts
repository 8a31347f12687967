/** The Dockerfiles, workflows and scripts name only what exists. Docker and GitHub are not needed to find that out. */
import assert from 'node:assert/strict';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The files that a COPY of the build context puts into the image, from the first line to `until`: a list of `[source, target]`. */
function copiedInto(dockerfile: string, until: RegExp): [source: string, target: string][] {
  const lines = read(dockerfile).split('\n');
  const end = lines.findIndex((line) => until.test(line));
  assert.notEqual(end, -1, `${dockerfile} has a line that matches ${until}`);
  return lines.slice(0, end).flatMap((line) => {
    const [command, ...paths] = line.split(/\s+/);
    const target = paths.pop();
    return command === 'COPY' && !paths[0]?.startsWith('--')
      ? paths.map((source): [string, string] => [source, join(target!, basename(source))])
      : [];
  });
}

test('The image has the file of every script that npm ci runs, before npm ci runs.', () => {
  const run = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'].flatMap((name) => scripts[name] ?? []);
  const files = run.map((command) => /^node (\S+)$/.exec(command)![1]!);
  assert.ok(files.length > 0);
  const copied = copiedInto('Dockerfile', /^RUN npm ci$/);
  for (const file of [...files, 'package.json', 'package-lock.json'])
    assert.ok(
      copied.some(([source, target]) => source === file && target === file),
      `${file} is copied to its place`,
    );
});

test('Every file that is copied into the image exists, and .dockerignore does not leave it out.', () => {
  const ignored = read('.dockerignore').split('\n').filter(Boolean);
  for (const [source] of copiedInto('Dockerfile', /^FROM caddy/)) {
    assert.ok(existsSync(join(root, source)), source);
    assert.ok(!ignored.some((pattern) => matchesGlob(source, pattern) || matchesGlob(source, `${pattern}/**`)), source);
  }
});

test('Workflows, Dockerfiles and scripts run only npm scripts and files that exist.', () => {
  const all = [...workflows, 'Dockerfile', '.ci/run', '.devcontainer/Dockerfile', '.devcontainer/devcontainer.json'];
  let count = 0;
  for (const file of all) {
    const text = read(file);
    for (const [, name = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g)) {
      count += 1;
      assert.ok(scripts[name], `${file}: npm run ${name}`);
    }
    for (const [, path = ''] of text.matchAll(/^\s*- run: ((?:\.?[\w-]+\/)+[\w.-]+)$/gm)) {
      count += 1;
      accessSync(join(root, path), constants.X_OK);
    }
    for (const [, path = ''] of text.matchAll(/CONTENT_DIR=(\S+)/g))
      if (!path.includes('$')) assert.ok(path === 'content' || existsSync(join(root, path)), path);
  }
  assert.ok(count > 5, 'there are commands to check');
});

test('Every workflow has the least permissions, and its actions a version.', () => {
  for (const file of workflows) {
    const text = read(file);
    assert.match(text, /^permissions:\n {2}contents: read\n/m, file);
    for (const [, action = ''] of text.matchAll(/uses: (.+)/g)) assert.match(action, /^[\w-]+\/[\w-]+@v\d+$/, file);
    assert.doesNotMatch(text, /pull_request_target|secrets\./, file);
  }
});
