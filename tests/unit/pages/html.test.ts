import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { attribute, type Content, html, joined } from '../../../src/pages/markup/html.ts'

/** Texts with the characters that matter to a parser of HTML. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '=',
      '/',
      '\r',
      '\n',
      '‮',
      '😀',
      'e\u0301',
      '&lt;',
      '</p>',
      '<!--',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
  maxLength: 40,
})

const bodyOf = (markup: string) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document

describe('html', () => {
  it('keeps every text exactly, between tags and in attributes', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, value) => {
        const { body } = bodyOf(html`<p title="${value}">${text}</p>`.toString())
        const [paragraph, ...others] = body.children
        expect(others).toEqual([])
        expect(paragraph!.children.length).toBe(0)
        expect(paragraph!.textContent).toBe(text)
        expect(paragraph!.getAttribute('title')).toBe(value)
      }),
    )
  })

  it('writes a carriage return so that a browser keeps it', () => {
    expect(html`<p>${'a\r\nb'}</p>`.toString()).toBe('<p>a&#13;\nb</p>')
  })

  it('nests templates and lists, and leaves out what is nothing', () => {
    const items: Content[] = ['a<b', html`<b>${'c&d'}</b>`, null, undefined, false, 0]
    expect(html`<p>${items}</p>`.toString()).toBe('<p>a&lt;b<b>c&amp;d</b>0</p>')
    expect(html`<p>${joined(['a', null, 'b'], html`<br>`)}</p>`.toString()).toBe('<p>a<br>b</p>')
  })

  it('writes attributes that may be absent', () => {
    const option = (isSelected: boolean) =>
      html`<option value="${'x"y'}"${attribute('selected', isSelected)}>x</option>`
    expect(option(true).toString()).toBe('<option value="x&quot;y" selected>x</option>')
    expect(option(false).toString()).toBe('<option value="x&quot;y">x</option>')
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<p>',
    'vbscript:x',
  ])('leads nowhere for a URL that runs code: %s', (url) => {
    expect(html`<a href="${url}">x</a>`.toString()).toBe('<a href="#">x</a>')
  })

  it.each([
    'https://a.example/?x=1&y=2',
    '/statements/1',
    '?q=a:b',
    '#note',
    'mailto:a@b.example',
    'dates/2024',
  ])('keeps a URL that a browser only follows: %s', (url) => {
    expect(bodyOf(html`<a href="${url}">x</a>`.toString()).querySelector('a')!.getAttribute('href')).toBe(url)
  })

  it.each([
    ['an attribute without quotes', () => html`<a href=${'x'}>x</a>`],
    ['an attribute in single quotes', () => html`<a href='${'x'}'>x</a>`],
    ['the name of a tag', () => html`<${'b'}>x</b>`],
    ['a part of the name of a tag', () => html`<h${1}>x</h1>`],
    ['a script', () => html`<script>${'x'}</script>`],
    ['a style', () => html`<style>${'x'}</style>`],
    ['a comment', () => html`<!-- ${'x'} -->`],
    ['an event handler', () => html`<a onclick="${'x'}">x</a>`],
    ['an inline style', () => html`<a style="${'x'}">x</a>`],
    ['text between attributes', () => html`<a ${'href="x"'}>x</a>`],
    ['HTML in an attribute', () => html`<a title="${html`<b>x</b>`}">x</a>`],
    ['an attribute between tags', () => html`<p>${attribute('hidden', true)}</p>`],
    ['an unfinished tag', () => html`<p>${'x'}<a href="x"`],
  ])('refuses a value in %s', (_place, template) => {
    expect(template).toThrow(Error)
  })

  it.each(['onclick', 'style', 'a b', 'A', '"'])('refuses the attribute %s', (name) => {
    expect(() => attribute(name, 'x')).toThrow(Error)
  })
})
