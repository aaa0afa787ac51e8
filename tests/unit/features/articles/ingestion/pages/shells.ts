import type { Story } from './stories.ts'

/** A page, with the metadata that it carries. A value is null if the page does not carry it. */
interface Page {
  readonly html: string
  readonly address: string | null
  readonly published: string | null
  readonly byline: string | null
}
type Shell = (story: Story) => Page

const paragraphs = ({ paragraphs: all }: Story): string => all.map((one) => `<p>${one}</p>`).join('\n')
const json = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const utc = ({ moment }: Story): string => new Date(moment).toISOString()
const inWords = ({ published }: Story, language = 'en-US'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${published}T12:00Z`),
  )
const path = ({ published, slug }: Story): string => `/${published.replaceAll('-', '/')}/${slug}/`
const page = (head: string, body: string, attributes = 'lang="en"'): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const whole = ({ published, byline }: Story, html: string, address: string | null = null): Page => ({
  html,
  address,
  published,
  byline,
})
const teasers = `<aside class="related"><h2>More stories</h2><ul>${[1, 2, 3]
  .map(
    (n) =>
      `<li><a href="/old/${n}">An older story about pier ${n}</a> <time datetime="2019-05-0${n}">May ${n}</time></li>`,
  )
  .join('')}</ul></aside>`
const footer = '<footer class="site-footer"><p>All rights reserved. Terms of use and privacy.</p></footer>'

/** Pages in the manner of publishing systems, each with other places for the metadata. */
export const SHELLS: Readonly<Record<string, Shell>> = {
  'a blog system with a graph of references': (story) =>
    whole(
      story,
      page(
        `<title>${story.title} - ${story.publisher}</title>${json({
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebSite', '@id': '/#site', name: story.publisher },
            {
              '@type': 'Article',
              headline: story.title,
              datePublished: story.moment,
              author: { '@id': '/#p' },
              publisher: { '@id': '/#o' },
            },
            { '@type': 'Person', '@id': '/#p', name: story.byline },
            { '@type': 'Organization', '@id': '/#o', name: story.publisher },
          ],
        })}`,
        `<div class="site"><header class="entry-header"><h1 class="entry-title">${story.title}</h1></header><div class="entry-content has-drop-cap">${paragraphs(story)}</div>${teasers}</div>${footer}`,
      ),
    ),
  'a newspaper system with raw line breaks in JSON-LD': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${story.title}","description":"First line\nsecond line","datePublished":"${story.moment}","author":[{"@type":"Person","name":"${story.byline}",},],}</script>`,
        `<main><article class="story-body"><h1>${story.title}</h1>${paragraphs(story)}</article></main>${footer}`,
      ),
    ),
  'a station with a video beside the article': (story) =>
    whole(
      story,
      page(
        `<title>${story.title} | ${story.publisher}</title><meta property="og:site_name" content="${story.publisher}">${json(
          [
            { '@type': 'VideoObject', name: 'A clip', uploadDate: '2018-02-02', datePublished: '2018-02-02' },
            {
              '@type': 'NewsArticle',
              headline: story.title,
              datePublished: utc(story),
              dateModified: story.moment,
              author: story.byline,
            },
          ],
        )}`,
        `<div class="Page-main"><h1>${story.title}</h1><div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="2018-02-02"></div><div class="RichTextBody">${paragraphs(story)}</div>${teasers}</div>`,
      ),
    ),
  'a chain of local papers with an empty date in JSON-LD': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>${json({ '@type': 'NewsArticle', datePublished: '0001-01-01T00:00:00Z', author: {} })}<meta property="article:published_time" content="${story.moment}"><meta name="author" content="${story.byline}">`,
        `<article><h1>${story.title}</h1><div class="gnt_ar_b">${paragraphs(story)}</div></article>`,
      ),
    ),
  'a public broadcaster with a time element': (story) =>
    whole(
      story,
      page(
        `<title>${story.title} - ${story.publisher}</title><meta property="og:title" content="${story.title}">`,
        `<main id="main-content"><article><header><h1 id="main-heading">${story.title}</h1><div class="ssrcss-byline"><span>By ${story.byline}</span></div><time datetime="${story.moment}">${inWords(story, 'en-GB')}</time></header>${story.paragraphs
          .map((one) => `<div data-component="text-block"><p>${one}</p></div>`)
          .join('')}</article></main>${teasers}`,
        'lang="en-GB"',
      ),
    ),
  'an accelerated mobile page': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><link rel="canonical" href="https://news.example${path(story)}">${json({ '@type': 'NewsArticle', headline: story.title, datePublished: utc(story), author: { name: story.byline } })}`,
        `<header><h1>${story.title}</h1></header><div class="amp-body">${paragraphs(story)}<amp-ad>Advert</amp-ad></div>`,
        'amp lang="en"',
      ),
    ),
  'a page with microdata only': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>`,
        `<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${story.title}</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person">By <span itemprop="name">${story.byline}</span></span><span itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="${story.publisher}"></span><meta itemprop="datePublished" content="${story.moment}"><meta itemprop="dateModified" content="2025-09-09"><div itemprop="articleBody">${paragraphs(story)}</div></div>${teasers}`,
      ),
    ),
  'a page with Parse.ly and Sailthru names': (story) =>
    whole(
      story,
      page(
        `<title>${story.title} :: ${story.publisher}</title><meta property="og:site_name" content="${story.publisher}"><meta name="parsely-author" content="${story.byline}"><meta name="parsely-pub-date" content="${utc(story)}"><meta name="sailthru.date" content="${story.moment}">`,
        `<div class="wrap"><h1>${story.title}</h1><section class="copy">${paragraphs(story)}</section></div>`,
      ),
    ),
  'a library system with Dublin Core': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta name="DC.title" content="${story.title}"><meta name="DC.creator" content="${story.byline}"><meta name="DC.date.issued" content="${story.published}"><meta name="DC.publisher" content="${story.publisher}">`,
        `<div id="content"><h2>${story.title}</h2>${paragraphs(story)}</div>`,
      ),
    ),
  'a page whose date is in words in a meta element': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta property="article:published_time" content="${inWords(story)}, 07:47 AM EST"><meta name="byl" content="By ${story.byline}">`,
        `<article><h1>${story.title}</h1>${paragraphs(story)}</article>`,
      ),
    ),
  'a page with the date in its address only': (story) => ({
    ...whole(
      story,
      page(`<title>${story.title}</title>`, `<article><h1>${story.title}</h1>${paragraphs(story)}</article>`),
      `https://weekly.example${path(story)}`,
    ),
    byline: null,
  }),
  'a page with byline and date in one line': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>`,
        `<article><h1>${story.title}</h1><p class="byline">By <a rel="author" href="/staff">${story.byline}</a> | ${inWords(story)}</p>${paragraphs(story)}</article>${teasers}`,
      ),
    ),
  'a German page': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>`,
        `<article><h1>${story.title}</h1><span class="autor author">Von ${story.byline}</span> <span class="datum date">${inWords(story, 'de')}</span>${paragraphs(story)}</article>`,
        'lang="de"',
      ),
    ),
  'a French page with the date of the change first': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta name="author" content="${story.byline}">`,
        `<article><h1>${story.title}</h1><p class="meta-date">Publié le ${inWords(story, 'fr')}, mis à jour le 9 septembre 2025</p>${paragraphs(story)}</article>`,
        'lang="fr"',
      ),
    ),
  'a page with seconds since 1970': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta property="article:published_time" content="${Date.parse(story.moment) / 1000}"><meta property="article:modified_time" content="${story.moment}"><meta name="author" content="${story.byline}">`,
        `<article><h1>${story.title}</h1>${paragraphs(story)}</article>`,
      ),
    ),
  'a live blog': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>${json({
          '@type': 'LiveBlogPosting',
          headline: story.title,
          datePublished: story.moment,
          author: { name: story.byline },
          liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Later', datePublished: '2025-10-01' }],
        })}`,
        `<main><h1>${story.title}</h1>${story.paragraphs.map((one, n) => `<section class="post"><p>${one}</p><time datetime="2025-10-01T1${n}:00:00Z"></time></section>`).join('')}</main>`,
      ),
    ),
  'a page below a consent dialog': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta property="article:published_time" content="${story.moment}"><meta name="author" content="${story.byline}">`,
        `<div id="root" aria-hidden="true"><article><h1>${story.title}</h1>${paragraphs(story)}</article></div><div id="onetrust-consent-sdk"><p>We and our partners store cookies on your device to show you advertisements, and to measure them.</p></div>`,
      ),
    ),
  'a page with a long footer and a misleading class': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta name="pubdate" content="${story.published}"><meta name="author" content="${story.byline}">`,
        `<div class="site_header row"><article><h1>${story.title}</h1><div class="text_block">${paragraphs(story)}</div></article></div><div class="print"><p>This page was printed from the pages of ${story.publisher}, where you find news from the coast and the capital, every day.</p><p>Nothing on these pages is advice. All rights are reserved, and all marks belong to their owners, who have nothing to do with us.</p></div>`,
      ),
    ),
  'a page with pull quotes and linked paragraphs': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title><meta property="og:pubdate" content="${story.moment}">`,
        `<article><h1>${story.title}</h1><div class="author-name">${story.byline}</div><p>${story.paragraphs[0]}</p><blockquote class="pullquote">${story.paragraphs[1]!.slice(0, 60)}</blockquote><div><p><a href="/x">${story.paragraphs[1]}</a></p></div>${story.paragraphs
          .slice(2)
          .map((one) => `<p>${one}</p>`)
          .join('')}</article>`,
      ),
    ),
  'a page with a date that JSON-LD prints as a browser does': (story) =>
    whole(
      story,
      page(
        `<title>${story.title}</title>\n<script type="application/ld+json">\n//<![CDATA[\n{"@type":"NewsArticle","headline":"${story.title}","datePublished":"${new Date(`${story.published}T10:00:00Z`).toString().replace(/GMT.*/, 'GMT+0000')}","author":"${story.byline}"}\n//]]>\n</script>`,
        `<table><tr><td><h1>${story.title}</h1>${paragraphs(story)}</td></tr></table>`,
      ),
    ),
  'a page without a date': (story) => ({
    ...whole(
      story,
      page(
        `<title>${story.title}</title><meta name="author" content="${story.byline}">`,
        `<article><h1>${story.title}</h1>${paragraphs(story)}</article>${teasers}`,
      ),
    ),
    published: null,
  }),
}
