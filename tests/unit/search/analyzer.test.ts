import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, stem, analyze } from '../../../src/search/analyzer.ts';
import { changedRoots } from '../../../src/search/stem-russian.ts';

const keys = (text: string): string[] => analyze(text).map(({ key }) => key);
const stems = (words: string): string[] => [...new Set(words.split(' ').map((word) => stem(fold(word))))];

for (const words of [
  'extraction extract extracts extracted extracting',
  'distil distill distils distilled distilling distillation',
  'licence license licences licensed licensing',
  'memorise memorize memorised memorization memorisation',
  'behaviour behavior behaviours',
  'labelled labeled labelling',
  'centre center centres',
  'programme program programmes',
  'defence defense',
  'catalogue catalog',
  'judgement judgment judgments',
  'write writes wrote written writing',
  'prove proved proven proving',
  'извлечение извлечения извлечением извлечений',
  'существенная существенной существенную',
  'изготовитель изготовителя изготовителем',
  'ещё еще',
  'нарушить нарушение нарушен нарушал',
  'доказать доказывать доказал',
  'подать подаст подадут',
  'заключение заключаться',
  'указать указание указывать указан',
  'доказывание доказательство доказано',
  'обязан обязанность обязательство обязательный',
  'признавать признать признание',
  'нарушить нарушитель',
  'экспортирую экспортировать экспорт',
  'применение применять применить',
  'разметить разметка',
  'переработать переработка',
  'тренировка тренировать тренирую',
  'раскрытие раскрыть раскроют',
  'владеть владеет владение',
  'вернуть вернул вернутся',
  'пишу пишут пишешь',
  'принадлежать принадлежит принадлежат',
  'скопировать копирование скопировал',
  'сгенерить генерация нагенерить',
  'парсить парсинг спарсили',
  'зафайнтюнил файнтюнинг',
  'захостить хостинг',
  'запись записи',
  'подпись подписать',
  'список списки',
  'материал материала материалы материалом',
  'режим режима',
  'правила правилами правил',
  'система систему систем',
  'охрана охраной охранять',
  'токен токена токены',
  'adapter adapters',
  'general generally',
  'lawful lawfully',
  'коммит коммиты',
]) {
  test(`These words have one stem: ${words}.`, () => assert.equal(stems(words).length, 1, stems(words).join()));
}

for (const words of [
  'model mode',
  'code codec',
  'patent patience',
  'adapter adaptation',
  'compilation compiler',
  'general generate',
  'lawfully law',
  'internationally internal',
  'permissive permission',
  'часть частота',
  'правила право',
  'исключение исключительный',
  'выбор выборка',
  'сделка сделать',
]) {
  test(`These words have two stems: ${words}.`, () => assert.equal(stems(words).length, 2));
}

for (const [text, ...expected] of [
  ['art. 1334', '§1334', '1334'],
  ['ст. 1334 ГК', '§1334', 'гк'],
  ['st. 1334 GK RF', '§1334', 'gk'],
  ['статьи 1260 и 1261', '§1260', '§1261'],
  ['s. 13', '§13'],
  ['ст12', '§12'],
  ['секция 5', '§5'],
  ['§ 2', '§2'],
  ['sections 2 and 3', '§2', '§3'],
  ['art. 1260(2)', '§1260'],
  ['art. 1335.1', '§1335.1'],
  ['ст. 1286¹', '§1286.1'],
  ['ст. 1286-1', '§1286.1'],
  ['ст. 1286 прим 1', '§1286.1'],
  ['1335 прим. 1 п. 3', '1335.1', '3'],
  ['1252 прим', '1252.1'],
  ['AGPL-3.0', 'agpl', '3', 'gpl', 'agpl3'],
  ['AGPLv3', 'agplv3', 'agpl', '3'],
  ['YOLOv8', 'yolov8', 'yolo', '8'],
  ['arXiv:2403.06634v2', 'arxiv', '2403.06634'],
  ['US11423337B2', '11423337'],
  ['ten thousand', '10000'],
  ['десяти тысяч', '10000'],
  ['10,000', '10000'],
  ['10 000', '10000'],
  ['twenty-five', '25'],
  ['10 million', '10000000'],
  ['500 тыс. руб.', '500000'],
  ['10 лямов', '10000000'],
  ['share-alike', 'share', 'sharealik'],
  ['the holder’s terms', 'holder', 'term'],
  ['café', 'cafe'],
] as const) {
  test(`The terms of “${text}” include ${expected.join(', ')}.`, () => {
    const found = keys(text);
    for (const key of expected) assert.ok(found.includes(key), `${key} in ${found.join(' ')}`);
  });
}

test('A number in brackets after that of an article is no article: art. 1260(2).', () => {
  assert.deepEqual(keys('art. 1260(2)'), ['art', '§1260', '1260', '2']);
  assert.deepEqual(keys('art. 1270(2)(9)'), ['art', '§1270', '1270', '2', '9']);
});

test('A part of a decimal number is not multiplied: 1,5 миллиарда.', () => {
  assert.ok(!keys('1,5 миллиарда').includes('5000000000'));
});

test('Words that say nothing about a subject have no terms, short forms and Russian pronouns in any form included.', () => {
  assert.deepEqual(keys("I don’t know whether they've copied it, or why it isn't mine"), ['know', 'copi', 'mine']);
  assert.deepEqual(keys('dont know whats copied'), ['know', 'copi']);
  assert.deepEqual(keys('каждого, которому такие же самые свои права'), ['прав']);
  assert.deepEqual(keys('ВС РФ'), ['вс', 'рф']);
});

test('A number at the end of a name is not joined with the next number: yolov5 967.', () => {
  assert.ok(keys('yolov5 967').includes('967'));
});

test('A term has the position of its word in the text, with composed and decomposed letters.', () => {
  for (const text of ['a – Extraction', 'ﬁrst извлечёние, “Extraction”']) {
    for (const { from, to, role } of analyze(text)) if (role === 'word') assert.match(text.slice(from, to), /^[\p{L}\p{N}]+$/u);
  }
});

test('Stop words count as positions, so that a phrase keeps its gaps.', () => {
  assert.deepEqual(
    analyze('work based on the Program').map(({ key, at }) => [key, at]),
    [
      ['work', 0],
      ['base', 1],
      ['program', 4],
    ],
  );
});

test('A hyphen of any kind, stress marks and invisible characters make no difference.', () => {
  const keys = (text: string): string[] => analyze(text).map(({ key }) => key);
  for (const hyphen of ['\u2010', '\u2011']) assert.deepEqual(keys(`Apache${hyphen}2.0`), keys('Apache-2.0'));
  assert.deepEqual(keys('за\u0301мок'), keys('замок'));
  assert.deepEqual(keys('и\u0306од'), keys('йод'));
  for (const character of ['\u00AD', '\u200B', '\u2060', '\uFEFF']) assert.deepEqual(keys(`copy${character}left`), keys('copyleft'));
});

test('A name that ends in a version is the name and the version.', () => {
  const words = (text: string): string[] =>
    analyze(text)
      .filter(({ role }) => role === 'word' || role === 'whole')
      .map(({ key }) => key);
  assert.deepEqual(words('agpl3.0'), words('agpl-3.0'));
  assert.deepEqual(words('agplv3.0'), words('agpl-3.0'));
  assert.deepEqual(words('llama3.1'), words('llama-3.1'));
  assert.deepEqual(words('A.I.'), words('AI'));
  assert.deepEqual(
    analyze('ст.1334').flatMap(({ key, role }) => (role === 'whole' ? [] : [[key, role]])),
    analyze('ст. 1334').map(({ key, role }) => [key, role]),
  );
});

test('The root of another form differs in its last consonants.', () => {
  for (const [word, form] of ['заразить заражение', 'запретить запрещать', 'оформление оформить', 'привлечь привлекать', 'утвердить утверждение'].map(
    (pair) => pair.split(' ').map(stem),
  ) as [string, string][]) {
    assert.ok(changedRoots(word).includes(form), `${word}: ${changedRoots(word).join()}`);
    assert.ok(changedRoots(form).includes(word), `${form}: ${changedRoots(form).join()}`);
  }
  assert.deepEqual(changedRoots('вид'), []);
});
