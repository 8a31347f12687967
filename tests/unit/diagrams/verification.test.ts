import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignPart } from '../../../src/diagrams/verification.ts';
import { fixture } from './trees.ts';

const svg = (content: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" class="diagram"${attributes}>${content}</svg>`;

test('A cleaned drawing has no forbidden part.', () => {
  assert.equal(foreignPart(fixture('small', 'cleaned.svg')), undefined);
  assert.equal(foreignPart(svg('<a href="kb:fruit.a" tabindex="-1"><text x="1"><tspan>1 &lt; 2</tspan></text></a>')), undefined);
});

const HOSTILE: Record<string, [text: string, part: string]> = {
  'a script': [svg('<script href="https://evil.example/x.js"></script>'), '<script>'],
  'a script in words': [svg('<text><script>1</script></text>'), '<script>'],
  'a handler': [svg('', ' onload="x()"'), 'the attribute onLoad of <svg>'],
  'a handler on a shape': [svg('<path d="M0 0" onclick="x()"/>'), 'the attribute onClick of <path>'],
  'a link out of the site': [svg('<a href="https://evil.example/">x</a>'), 'href="https://evil.example/"'],
  'a link of two slashes': [svg('<a href="//evil.example/"></a>'), 'href="//evil.example/"'],
  'a link that runs': [svg('<a href="javascript:x()"></a>'), 'href="javascript:x()"'],
  'a link by its old name': [svg('<a xlink:href="javascript:x()"></a>'), 'the attribute xLinkHref of <a>'],
  'HTML inside': [svg('<foreignObject><meta http-equiv="refresh" content="0"></foreignObject>'), '<foreignObject>'],
  'HTML that ends the drawing': [svg('<g><p>x</p></g>'), '<p> outside of the <svg>'],
  'a style': [svg('<style>body{display:none}</style>'), '<style>'],
  'a style attribute': [svg('<path style="fill:red" d="M0 0"/>'), 'the attribute style of <path>'],
  'an animation of a link': [svg('<a href="#x"><animate attributeName="href" to="javascript:x()"/></a>'), '<animate>'],
  'a picture': [svg('<image href="https://evil.example/x.png"/>'), '<image>'],
  'a class of the site': [svg('<g class="masthead"></g>'), 'class="masthead"'],
  'a reference to a file': [svg('<path marker-end="url(https://evil.example/#a)" d="M0 0"/>'), 'marker-end="url(https://evil.example/#a)"'],
  'a part of another file': [svg('<use href="/favicon.svg#a"/>'), 'href="/favicon.svg#a"'],
  'a path of another file': [svg('<text><textPath href="/favicon.svg#a">x</textPath></text>'), 'href="/favicon.svg#a"'],
  'a missing end': [svg('<g><text>x</text></g>').slice(0, -6), 'no </svg> at its end'],
  'a comment': [svg('<!-- x -->'), 'a comment'],
  'something after it': [`${svg('')}<script>x()</script>`, '<script> outside of the <svg>'],
  'words after it': [`${svg('')}Send money`, 'a text outside of the <svg>'],
  'words outside of a text': [svg('Send money'), 'text in <svg>'],
  'something else altogether': ['<iframe src="https://evil.example"></iframe>', 'what is not an <svg>'],
  nothing: ['', 'what is not an <svg>'],
};
for (const [name, [text, part]] of Object.entries(HOSTILE)) test(`${name} in a drawing is found`, () => assert.equal(foreignPart(text), part));
