import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { securityTxt } from '../../../src/output/hosting-files.ts';

const { site } = await checkSource('tests/fixtures/bases/tomato', '/');
const withReport = (report: string | undefined) => securityTxt({ ...site!, data: { ...site!.data, report } }, 'https://tomato.example');

test('security.txt names the contact for errors, in the languages of the site, until a year after the content.', () => {
  assert.match(
    withReport('mailto:us@tomato.example')!,
    /^Contact: mailto:us@tomato\.example\nExpires: 20\d\d-\d\d-\d\dT00:00:00\.000Z\nPreferred-Languages: en, ru\nCanonical: https:\/\/tomato\.example\/\.well-known\/security\.txt\n$/,
  );
});

test('The placeholders of an address for reports are filled in, and without an address there is no security.txt.', () => {
  const text = withReport('https://git.example/new?title={title}&body={url}')!;
  assert.match(text, /^Contact: https:\/\/git\.example\/new\?title=security\.txt&body=https%3A%2F%2Ftomato\.example%2F\n/);
  assert.equal(withReport(undefined), undefined);
});
