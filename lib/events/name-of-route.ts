/** What a file is for by its name: `refresh` for `pages/api/refresh.ts`, `refresh.post.ts` and `refresh/route.ts`. */
export function nameOfRoute(path: string): string {
  const [file = '', folder = ''] = path.split(/[/\\]/).reverse()
  return NAMELESS.test(file) ? folder : file.replace(/(?:\.(?:get|post|put|patch|delete))?\.[^.]*$/, '')
}

/** Files that are called like any other: what they are for is the name of their folder. */
const NAMELESS = /^(?:index|page|route|\+page|\+server)\./
