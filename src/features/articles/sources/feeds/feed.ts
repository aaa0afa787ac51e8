import type { SourceKind } from '../../../../core/vocabulary.ts'

/** An article as a feed announces it. */
export interface FeedEntry {
  /** The absolute http or https URL of the article, without a fragment. */
  readonly url: string
  /** The date of publication as printed; null if there is none. */
  readonly published: string | null
  /** When the article was last changed; null if the feed does not say it, or gives an unreadable or future date. */
  readonly modified: Date | null
  /** A hash of what the feed says about the article. It differs if the publisher has changed the article. */
  readonly fingerprint: string
}

/** A feed or a sitemap. */
export interface Feed {
  readonly kind: SourceKind
  readonly title: string | null
  /** The entries in the order of the feed, each URL once. */
  readonly entries: readonly FeedEntry[]
}

/** An entry before its values are checked. */
export interface PrintedEntry {
  readonly url: string | null | undefined
  readonly published: string | null | undefined
  readonly modified: string | null | undefined
  /** What else the feed says about the article: its title and its text. */
  readonly words: readonly (string | null | undefined)[]
}
