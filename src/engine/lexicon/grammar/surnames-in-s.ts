/**
 * The most frequent family names in English-speaking countries that look like plurals. Such a name means one person,
 * while "Democrats" and "Russians" mean many.
 */
export const SURNAMES_IN_S: ReadonlySet<string> = new Set(
  `abrams adams andrews banks bates bowers bridges brooks burns burroughs childs coates collins cummings
   daniels davies davis dawkins dickens edwards ellis evans fields flores flowers francis franks gates gibbons
   giles griffiths groves hanks harris hastings hawkins hayes hicks higgins hobbs hodges holmes hopkins huggins hughes humphreys
   hutchins jacobs james jeffries jenkins johns jones lewis lucas lyons marks matthews mathews meadows meyers michaels mills morales morris myers nicholas nichols nicholls norris owens parks parsons peters phillips phelps perkins powers prentiss
   pickens reeves reyes reynolds rhodes richards roberts robbins rogers rodgers samuels sanders saunders simmons simms
   simons stephens stevens stubbs summers symonds thomas timmons torres travis walters waters watkins watts wells wilkins
   williams willis withers woods yates`.split(/\s+/),
)
