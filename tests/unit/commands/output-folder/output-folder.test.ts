/** Which folder a build can replace, and that no file is lost. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import fs, { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { outputFolder, refuseForeign, replaceOutput, restoreFormer } from '../../../../src/commands/output-folder/output-folder.ts';
import { foreignFiles, INVENTORY, keepHashed, readInventory, writeInventory } from '../../../../src/output/inventory.ts';

const root = join(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'output-folder-'));
after(() => rmSync(folder, { recursive: true }));
let count = 0;

/** An empty folder of its own for each test. */
const place = async (): Promise<string> => mkdtemp(join(folder, `${(count += 1)}-`));

/** Writes a folder as a build does: its files, then the list of them. */
async function built(path: string, files: Record<string, string>): Promise<string> {
  for (const [file, text] of Object.entries({ 'index.html': 'Front', '.hosting/nginx-moves.conf': '', ...files })) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  }
  writeInventory(path);
  return path;
}

const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');
function refusal(out: string, content = join(root, 'content')): string {
  try {
    refuseForeign(out, content);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

let content: string;
before(async () => {
  content = join(await place(), 'base/content');
  mkdirSync(content, { recursive: true });
});

test('The checkout, the content, the home folder and their parents are refused with the reason.', async () => {
  for (const [out, reason] of [
    [root, /which is the checkout\./],
    [dirname(root), /which contains the checkout, /],
    ['/', /which contains the checkout, /],
    [content, /which is the content\./],
    [dirname(content), /which contains the content, /],
    [homedir(), /which is the home folder\.|which contains the checkout, /],
    [join(content, 'site'), /which is in .*content/],
    [join(root, 'src/site'), /which is in .*src\. The build reads that folder/],
    [join(root, '.git/site'), /which is in .*\.git/],
    [join(root, 'public/site'), /which is in .*public/],
  ] as const) {
    assert.match(refusal(out, content), reason, out);
  }
});

test('A symbolic link to such a folder is refused too.', async () => {
  const own = await place();
  symlinkSync(dirname(content), join(own, 'link'));
  assert.match(refusal(join(own, 'link'), content), /which contains the content/);
  assert.match(refusal(outputFolder(join(own, 'link')), content), /which contains the content/);
  assert.match(refusal(join(own, 'link/content'), content), /which is the content/);
});

test('A folder with files that no build wrote is refused, and the message lists them.', async () => {
  const own = await place();
  mkdirSync(join(own, 'photos'));
  writeFileSync(join(own, 'photos/summer.jpg'), 'x');
  assert.match(refusal(own), /contains files that no build wrote: photos\/summer\.jpg\. A build deletes the whole folder\./);
  assert.match(refusal(join(own, 'photos/summer.jpg')), /which is not a folder\./);
});

test('An output with a foreign file is refused too; files of the operating system are allowed.', async () => {
  const out = await built(await place(), { 'a/index.html': 'A' });
  assert.equal(refusal(out), '');
  writeFileSync(join(out, '.DS_Store'), '');
  assert.equal(refusal(out), '');
  writeFileSync(join(out, 'CNAME'), 'example.org');
  assert.match(refusal(out), /no build wrote: CNAME\./);
});

test('A folder with checksums of other files is refused, although its list has the name of ours.', async () => {
  const own = await place();
  writeFileSync(join(own, 'disk.iso'), 'x');
  writeFileSync(join(own, INVENTORY), `${'0'.repeat(64)}  disk.iso\n`);
  assert.match(refusal(own), /no build wrote: disk\.iso, sha256sums\.txt\./);
  assert.match(refusal(join(own, 'disk.iso/site')), /which is in a file, .*disk\.iso\./);
});

test('A folder beside the output with a name that a build needs is refused if it has other files.', async () => {
  for (const name of ['building', 'former']) {
    const own = await place();
    mkdirSync(join(own, `site.${name}`));
    writeFileSync(join(own, `site.${name}/notes.txt`), '');
    assert.match(refusal(join(own, 'site')), new RegExp(`site\\.${name} contains files that no build wrote: notes\\.txt`));
  }
});

test('An empty or missing folder is allowed, also beside a folder whose name begins with the same letters.', async () => {
  const own = await place();
  assert.equal(refusal(own), '');
  assert.equal(refusal(join(own, 'deep/er')), '');
  assert.equal(refusal(`${root}-site`), '');
  assert.equal(refusal(`${content}-site`, content), '');
});

test('A build through a symbolic link replaces or creates its target.', async () => {
  const own = await place();
  await built(join(own, 'real'), { 'old.html': '' });
  symlinkSync('real', join(own, 'link'));
  symlinkSync(join(own, 'later'), join(own, 'dangling'));
  await replaceOutput(await built(join(own, 'one'), { 'new.html': '' }), outputFolder(join(own, 'link')));
  assert.deepEqual(readdirSync(join(own, 'real')).sort(), ['.hosting', 'index.html', 'new.html', INVENTORY]);
  await replaceOutput(await built(join(own, 'two'), {}), outputFolder(join(own, 'dangling')));
  assert.equal(read(own, 'later/index.html'), 'Front');
  assert.deepEqual(readdirSync(own).sort(), ['dangling', 'later', 'link', 'real']);
});

test('The old output is moved to the folder for discarded files, and deleted if that has files.', async () => {
  const own = await place();
  const discarded = join(own, 'discarded');
  for (const name of ['first', 'second', 'third']) {
    await replaceOutput(await built(join(own, 'new'), { 'name.html': name }), join(own, 'site'), undefined, discarded);
    assert.equal(read(own, 'site/name.html'), name);
  }
  assert.equal(read(discarded, 'name.html'), 'first');
  assert.deepEqual(readdirSync(own).sort(), ['discarded', 'site']);
});

test('If the second rename fails, the old output is restored, and the message says so.', async () => {
  const own = await place();
  const out = await built(join(own, 'site'), { 'old.html': 'old' });
  const other = await built(join(own, 'new'), {});
  const refused: Pick<typeof fs, 'rename'> = {
    rename: (from, to) => (to === out && String(from).endsWith('.building') ? denied() : fs.rename(from, to)),
  };
  await assert.rejects(replaceOutput(other, out, refused), { message: `EPERM: not permitted. The last good output is back in ${out}.` });
  assert.equal(read(out, 'old.html'), 'old');
  assert.deepEqual(readdirSync(own), ['site']);
});

const denied = (): Promise<never> => Promise.reject(Object.assign(new Error('EPERM: not permitted'), { code: 'EPERM' }));

test('An output that a killed build renamed is restored at the next start.', async () => {
  const own = await place();
  const out = join(own, 'site');
  await built(`${out}.former`, { 'old.html': 'old' });
  await restoreFormer(out);
  assert.equal(read(out, 'old.html'), 'old');
  assert.deepEqual(readdirSync(own), ['site']);
});

test('A former output is not restored if there is an output, or if no build wrote it.', async () => {
  const own = await place();
  const out = join(own, 'site');
  mkdirSync(`${out}.former`);
  writeFileSync(join(`${out}.former`, 'index.html'), 'not ours');
  await restoreFormer(out);
  assert.ok(!existsSync(out));
  await rm(`${out}.former`, { recursive: true });
  await built(out, { 'new.html': '' });
  await built(`${out}.former`, {});
  await restoreFormer(out);
  assert.ok(existsSync(join(out, 'new.html')));
});

/** Runs `code` as root in a mount namespace of its own; returns undefined where the system does not allow that. */
function mounted(code: string, ...given: string[]): string | undefined {
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) return undefined;
  const script = `
    import { mkdirSync, readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
    import { execFileSync } from 'node:child_process';
    import { join } from 'node:path';
    const { replaceOutput, refuseForeign } = await import(${JSON.stringify(new URL('../../../../src/commands/output-folder/output-folder.ts', import.meta.url).href)});
    const { writeInventory, foreignFiles } = await import(${JSON.stringify(new URL('../../../../src/output/inventory.ts', import.meta.url).href)});
    const [, ...given] = process.argv;
    const mount = (path, size = '8m') => { mkdirSync(path, { recursive: true }); execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=' + size, 'tmpfs', path]); };
    ${code}`;
  const { status, stdout, stderr } = spawnSync('unshare', ['--mount', process.execPath, '--input-type=module', '-e', script, ...given], {
    encoding: 'utf8',
    cwd: root,
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test('An output on another file system is replaced completely, and no other file remains beside it.', async (context) => {
  const own = await place();
  const first = await built(join(own, 'first'), { 'old.html': '' });
  const second = await built(join(own, 'second'), { 'new.html': '' });
  const said = mounted(
    `const [disk, ...builds] = given; mount(disk);
     for (const built of builds) await replaceOutput(built, join(disk, 'site'));
     console.log(readdirSync(disk).join(), readdirSync(join(disk, 'site')).sort().join());`,
    join(own, 'disk'),
    first,
    second,
  );
  if (said === undefined) return context.skip('needs the right to mount');
  assert.equal(said, `site .hosting,index.html,new.html,${INVENTORY}`);
});

test('An output that is a mount point gets the new files, loses the old ones, and has the list of the new build.', async (context) => {
  const own = await place();
  const first = await built(join(own, 'first'), { 'old/index.html': '', both: 'file' });
  const second = await built(join(own, 'second'), { 'new.html': '', 'both/index.html': 'folder' });
  const said = mounted(
    `const [disk, ...builds] = given; mount(disk);
     for (const built of builds) { await replaceOutput(built, disk); refuseForeign(disk, 'content'); }
     console.log(readdirSync(disk).sort().join(), readdirSync(join(disk, '..')).sort().join());`,
    join(own, 'disk'),
    first,
    second,
  );
  if (said === undefined) return context.skip('needs the right to mount');
  assert.equal(said, `.hosting,both,index.html,new.html,${INVENTORY} disk`);
});

test('On a full disk the old output stays unchanged, on another file system and at a mount point.', async (context) => {
  const own = await place();
  const first = await built(join(own, 'first'), { 'old.html': 'old' });
  const second = await built(join(own, 'second'), { 'big.html': 'x'.repeat(2_000_000) });
  const said = mounted(
    `const [disk, first, second] = given; const said = [];
     mount(disk, '1m');
     for (const out of [join(disk, 'site'), disk]) {
       await replaceOutput(first, out);
       const code = await replaceOutput(second, out).then(() => 'built', (error) => error.code);
       said.push(code, readdirSync(out).sort().join('+'), readFileSync(join(out, 'old.html'), 'utf8'));
       execFileSync('sh', ['-c', 'rm -rf ' + disk + '/*']);
     }
     console.log(said.join());`,
    join(own, 'disk'),
    await copyOf(first, own),
    second,
  );
  if (said === undefined) return context.skip('needs the right to mount');
  assert.equal(said, Array(2).fill(`ENOSPC,.hosting+index.html+old.html+${INVENTORY},old`).join());
});

/** A build that is on the other file system may be moved or copied; the copy here stays for the second run. */
async function copyOf(path: string, own: string): Promise<string> {
  const copy = join(own, 'copy');
  await rename(path, copy);
  return copy;
}

test('A half replaced mount point is still recognised, and the next build completes it.', async () => {
  const out = await built(await place(), { 'old.html': '' });
  await built(join(out, '.coming'), { 'new.html': '' });
  writeFileSync(join(out, 'new.html'), '');
  assert.deepEqual(foreignFiles(out, '.coming'), []);
  assert.equal(refusal(out), '');
});

test('The list has every file with its hash, except itself.', async () => {
  const out = await built(await place(), { 'a b/ü.html': '' });
  assert.deepEqual([...readInventory(out)!.keys()], ['.hosting/nginx-moves.conf', 'a b/ü.html', 'index.html']);
  const checked = spawnSync('sha256sum', ['--check', '--strict', INVENTORY], { cwd: out, encoding: 'utf8' });
  if (!checked.error) assert.equal(checked.status, 0, checked.stderr);
});

test('KEEP is the number of builds whose hashed files are kept.', async () => {
  const own = await place();
  let former = await built(join(own, '0'), { '_astro/a.0.js': '0', 'gone.html': '' });
  for (const at of [1, 2, 3]) {
    const next = await built(join(own, `${at}`), { [`_astro/a.${at}.js`]: `${at}` });
    writeInventory(next, keepHashed(former, next, 2));
    former = next;
  }
  assert.deepEqual(readdirSync(join(former, '_astro')).sort(), ['a.1.js', 'a.2.js', 'a.3.js']);
  assert.deepEqual(readdirSync(former).sort(), ['.hosting', '_astro', 'index.html', INVENTORY]);
  assert.match(
    await readFile(join(former, INVENTORY), 'utf8'),
    /\n# kept from 1 builds before\n.*a\.2\.js\n# kept from 2 builds before\n.*a\.1\.js\n$/,
  );
  const checked = spawnSync('sha256sum', ['--check', '--strict', INVENTORY], { cwd: former, encoding: 'utf8' });
  if (!checked.error) assert.equal(checked.status, 0, checked.stderr);
});
