import { DomainError } from '../../../../core/errors.ts'

/** The longest text that can be a notice instead of an article, in UTF-16 code units. */
const LONGEST_NOTICE = 700
/** The longest notice on a page with a date of publication. */
const LONGEST_DATED_NOTICE = 200
/** The longest beginning of an article in front of a wall. A longer one is read, with a warning. */
const LONGEST_TEASER = 900

/** Notices in place of an article: scripts or cookies are off, consent is missing, a robot is suspected, nothing is there. */
const NOTICE =
  /\b(?:enable|activate|turn on|allow) (?:java ?script|cookies)\b|java ?script (?:is (?:disabled|required|not enabled)|and cookies)|disable your ad ?-?blocker|\bad ?-?blocker (?:is )?(?:detected|enabled)|(?:you are|you're) being redirected|^redirecting\b|verify (?:that )?you are (?:a )?human|are you a robot|checking your browser|unusual (?:traffic|activity) from|access (?:to this page )?(?:has been )?denied|\b404\b[\s\S]{0,60}\bfound\b|\bpage (?:you \w+(?: for)? )?(?:is |was )?(?:not found|(?:could not|cannot|can't|can’t) be found|does(?:n't|n’t| not) exist)|(?:we|sites?|partners) (?:and our partners )?(?:use|store|may store)\b.{0,80}\bcookies|store or retrieve information on your browser|privacy prefer|(?:accept|manage) (?:all )?cookies|consent to (?:the use|our use)|bitte (?:aktivieren sie|erlauben sie)|veuillez activer|por favor,? (?:active|habilite)|your browser (?:is not supported|is out of date|does not support)/i
/** The request to subscribe or to log in, behind the beginning of an article. */
const WALL =
  /\b(?:subscribe|sign up|register|log ?in|sign in|create (?:a|your) (?:free )?account)\b[^.!?\n]{0,40}\bto (?:(?:continue|keep) reading|read (?:the|this) (?:(?:full|whole|entire) |rest of (?:the|this) )?(?:article|story)|unlock (?:the|this)|get full access)|\bto (?:continue|keep) reading\b[^\n]{0,60}\b(?:subscri|log ?in|sign|register|account)|\balready (?:a subscriber|subscribed|a member|have an account)\s?\?|\bthis (?:article|content|story) is (?:only |exclusively )?(?:for|available (?:only )?(?:to|for)|reserved for) (?:our )?(?:subscribers|members)|\bsubscribers only\b|\b(?:free articles?|article limit) (?:remaining|reached)|weiterlesen mit|jetzt abonnieren|réservé aux abonnés|solo para suscriptores/i

/** Says how much of an article a page shows. */
export type Completeness = 'whole' | 'beginning'

/** What a page says about its article. */
export interface Signs {
  /** True for a page, false for a fragment. A fragment is no notice, because the caller chose it. */
  readonly isPage: boolean
  /** True if the page has a date of publication. Notices have none. */
  readonly isDated: boolean
  /** True if the publisher marks the article as closed. */
  readonly isClosed: boolean
}

/**
 * Returns how much of its article a page shows.
 * @param text the text that was found.
 * @throws DomainError `article_not_found` for a notice in place of an article, `article_behind_wall` for little more
 * than a request to subscribe.
 */
export function checkCompleteness(text: string, { isPage, isDated, isClosed }: Signs): Completeness {
  const hasWall = isPage && (WALL.test(text.slice(-1500)) || WALL.test(text.slice(0, 600)))
  if ((hasWall || isClosed) && text.length <= LONGEST_TEASER) throw behindWall()
  const longest = isDated ? LONGEST_DATED_NOTICE : LONGEST_NOTICE
  if (isPage && text.length <= longest && NOTICE.test(text)) {
    throw new DomainError(
      'article_not_found',
      `The page shows a notice and no article: “${text.slice(0, 80).replace(/\s+/g, ' ').trim()}”. Send the text of the article, or its address again when the page shows it.`,
    )
  }
  return hasWall || isClosed ? 'beginning' : 'whole'
}

export const behindWall = (): DomainError =>
  new DomainError(
    'article_behind_wall',
    'The page shows only the beginning of the article, in front of a request to subscribe or to log in. Send the text of the whole article.',
  )
