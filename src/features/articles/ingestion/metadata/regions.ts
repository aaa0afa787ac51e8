type Attributes = Readonly<Record<string, string>>

/** Elements with other content than the article. */
const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set([
  ...[
    'aside',
    'nav',
    'footer',
    'form',
    'template',
    'noscript',
    'svg',
    'iframe',
    'button',
    'select',
    'dialog',
  ],
])
/** The first words of classes and ids of parts with other content than the article. */
const FOREIGN_MARK =
  /(?:^|\s)(?:comments?|responses?|related|sidebar|teasers?|promos?|recirc\w*|newsletter|trending|recommend\w*|footer|nav|menu|breadcrumbs?|most-?(?:read|popular|viewed)|latest|ticker|widget|ad|ads|advert\w*|read-?(?:more|next)|more-?(?:stories|from|on)|live-?blog-?(?:posts?|updates?|entry|entries))(?:[-_]\w*)*(?=\s|$)/i
const OWN_SCOPE =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|WebPage|ItemPage|Blog|WebSite|CreativeWork)\/?$/
/** Scopes that belong to the article that contains them. */
const PART_SCOPE = /(?:Person|Organization)\/?$/
const STRUCTURE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1'])

interface Region {
  /** True in a part with other content than the article. */
  readonly isForeign: boolean
  /** True if the microdata scope is the article, or none. */
  readonly isOwn: boolean
  /** The role of the person or organization of the article around the element: author, publisher. */
  readonly role: string | null
}

const ROOT: Region = { isForeign: false, isOwn: true, role: null }

/** Tracks whether the parser is in a part of the page that belongs to the article. */
export function createRegions() {
  const stack: Region[] = []
  const current = (): Region => stack.at(-1) ?? ROOT
  return {
    open(name: string, attributes: Attributes): void {
      const outer = current()
      const marks = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300)
      const isForeign =
        outer.isForeign || FOREIGN_ELEMENTS.has(name) || (!STRUCTURE.has(name) && FOREIGN_MARK.test(marks))
      const scope = Object.hasOwn(attributes, 'itemscope') ? (attributes['itemtype'] ?? '') : null
      const isPart = scope !== null && PART_SCOPE.test(scope) && outer.isOwn
      const isOwn = outer.isOwn && (scope === null || isPart || OWN_SCOPE.test(scope))
      const property = attributes['itemprop']?.toLowerCase() ?? null
      const role = isPart ? property : scope === null ? outer.role : null
      stack.push({ isForeign, isOwn, role })
    },
    close(): void {
      stack.pop()
    },
    isForeign: (): boolean => current().isForeign,
    isOwn: (): boolean => current().isOwn,
    role: (): string | null => current().role,
  }
}
