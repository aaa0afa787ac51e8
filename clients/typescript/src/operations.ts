import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch'
import type { PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers'
import type { PageOf } from './list.ts'
import type { paths } from './schema.ts'

/** The methods of the API. */
export type PathMethod = 'get' | 'post' | 'patch' | 'delete'

type Operation<Path extends keyof paths, Method extends PathMethod> = NonNullable<paths[Path][Method]> &
  Record<string | number, unknown>

type Success<Response> = Response extends { readonly data: infer Data } ? Data : never

/** The JSON of a successful response; undefined if the response has none. */
type Answer<Path extends keyof paths, Method extends PathMethod> = [
  Success<FetchResponse<Operation<Path, Method>, object, 'application/json'>>,
] extends [never]
  ? undefined
  : NonNullable<Success<FetchResponse<Operation<Path, Method>, object, 'application/json'>>>

/** The parameters and the body of a request, as openapi-fetch takes them. They are optional if none is required. */
type Arguments<Init> = RequiredKeysOf<Init> extends never ? [init?: Init] : [init: Init]

/** Sends a request to a path of the API. Resolves to the JSON of the response. */
export type Call<Method extends PathMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...init: Arguments<NonNullable<MaybeOptionalInit<paths[Path], Method>>>
) => Promise<Answer<Path, Method>>

/** The paths that answer a list with pages. */
export type ListPath = {
  [Path in PathsWithMethod<paths, 'get'>]: Answer<Path, 'get'> extends {
    readonly items: readonly unknown[]
    readonly page: { readonly next: string | null }
  }
    ? Path
    : never
}[PathsWithMethod<paths, 'get'>]

/** The page of a list. */
export type ListPage<Path extends ListPath> = Answer<Path, 'get'> & PageOf<ItemOf<Path>>

/** The items of a list. */
export type ItemOf<Path extends ListPath> =
  Answer<Path, 'get'> extends { readonly items: readonly (infer Item)[] } ? Item : never

/** Allows a single value where several are allowed. */
type OneOrMore<Query> = { readonly [Name in keyof Query]: Query[Name] | ElementOf<Query[Name]> }
type ElementOf<Value> = Value extends readonly (infer Element)[] ? Element : never

/** The query of a list. */
export type QueryOf<Path extends ListPath> = paths[Path]['get'] extends {
  readonly parameters: { readonly query?: infer Query }
}
  ? OneOrMore<Omit<NonNullable<Query>, 'format' | 'cursor'>>
  : never

/** The JSON body that a path takes. */
export type BodyOf<Path extends PathsWithMethod<paths, 'post'>> = paths[Path]['post'] extends {
  readonly requestBody?: { readonly content: { readonly 'application/json': infer Body } }
}
  ? Body
  : never
