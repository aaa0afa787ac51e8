import { startsUpper } from '../text/characters.ts'

const PREFIX =
  /^(?:(?:al|el|ul|ad|as|bin|d|l)[-'’]|(?:ka|kwa|wa|ma|de|di|du|la|le|van|von|mac|mc)(?=\p{Lu}\p{Ll}))/u

/** Returns true for a name that begins in lower case: "al-Rashid", "d'Estaing", "kaMdluli". */
export function isPrefixedName(text: string): boolean {
  const prefix = PREFIX.exec(text)
  return prefix !== null && startsUpper(text.slice(prefix[0].length))
}
