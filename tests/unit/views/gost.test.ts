import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gost } from '../../../src/views/gost.ts';

/** Worked examples that the standard itself gives for parts of sites; the first two with the author before the title. */
const EXAMPLES = [
  {
    title: 'Дирина А.И. Право военнослужащих Российской Федерации на свободу ассоциаций',
    site: 'Военное право',
    kind: 'сетевой журн.',
    date: '2007',
    url: 'http://www.voennoepravo.ru/node/2149',
    accessed: '19.09.2007',
    text: 'Дирина А.И. Право военнослужащих Российской Федерации на свободу ассоциаций // Военное право: сетевой журн. 2007. URL: http://www.voennoepravo.ru/node/2149 (дата обращения: 19.09.2007).',
  },
  {
    title: 'Члиянц Г. Создание телевидения',
    site: 'QRZ.RU',
    kind: 'сервер радиолюбителей России',
    date: '2004',
    url: 'http://www.qrz.ru/articles/article260.html',
    accessed: '21.02.2006',
    text: 'Члиянц Г. Создание телевидения // QRZ.RU: сервер радиолюбителей России. 2004. URL: http://www.qrz.ru/articles/article260.html (дата обращения: 21.02.2006).',
  },
  {
    title: 'Инвестиции останутся сырьевыми',
    site: 'PROGNOSIS.RU',
    kind: 'ежедн. интернет-изд.',
    date: '2006-01-25',
    url: 'http://www.prognosis.ru/print.html?id=6464',
    accessed: '19.03.2007',
    text: 'Инвестиции останутся сырьевыми // PROGNOSIS.RU: ежедн. интернет-изд. 2006. 25 янв. URL: http://www.prognosis.ru/print.html?id=6464 (дата обращения: 19.03.2007).',
  },
  {
    title:
      'Список документов «Информационно-справочной системы архивной отрасли» (ИССАО) и ее приложения — «Информационной системы архивистов России» (ИСАР)',
    site: 'Консалтинговая группа «Термика»',
    url: 'http://www.termika.ru/dou/progr/spisok24.html',
    accessed: '16.11.2007',
    text: 'Список документов «Информационно-справочной системы архивной отрасли» (ИССАО) и ее приложения — «Информационной системы архивистов России» (ИСАР) // Консалтинговая группа «Термика»: [сайт]. URL: http://www.termika.ru/dou/progr/spisok24.html (дата обращения: 16.11.2007).',
  },
];

for (const { text, ...reference } of EXAMPLES) {
  test(`“${reference.title.slice(0, 30)}…” is formatted as the standard requires.`, () => assert.equal(gost(reference), text));
}

test('A month is in the genitive after a day, otherwise in the nominative, and abbreviated as in the standard.', () => {
  const dated = (date: string) => /\[сайт\]\. (.*) URL/.exec(gost({ title: 'A', site: 'B', date, url: 'https://c.example/' }))![1];
  assert.equal(dated('2026-03-01'), '2026. 1 марта.');
  assert.equal(dated('2026-05-09'), '2026. 9 мая.');
  assert.equal(dated('2026-06'), '2026. июнь.');
  assert.equal(dated('2026-11-23'), '2026. 23 нояб.');
});

test('Without a date of access there is a placeholder for it.', () => {
  assert.match(gost({ title: 'A', site: 'B', url: 'https://c.example/' }), /\(дата обращения: ДД\.ММ\.ГГГГ\)\.$/);
});
