import { fileOf } from '../events-of.js'

/** Whether what a handler without a name does belongs to a logout, by the file that exports it. */
function isLogoutIn(filename: string): boolean | undefined {
  const file = fileOf(`export async function POST(request) { return end('session') }\nend('session')`, { filename })
  const [inside] = file?.context.sourceCode.ast.body ?? []
  const handler = inside?.type === 'ExportNamedDeclaration' && inside.declaration?.type === 'FunctionDeclaration' ? inside.declaration : undefined
  const [statement] = handler?.body.body ?? []
  return statement && file?.isLogout(statement)
}

describe('a handler without a name is a logout', () => {
  it.each([
    '/app/routes/logout.js',
    '/app/server/api/logout.post.ts',
    '/app/routes/sign-out.ts',
    '/app/app/api/logout/route.ts',
    '/app/app/(auth)/signout/route.js',
    '/app/src/routes/logout/+server.ts',
    '/app/src/routes/logout/+page.server.ts',
    '/app/pages/api/logout/index.ts',
    'C:\\app\\pages\\api\\logout\\index.ts',
  ])('in %s', (filename) => {
    expect(isLogoutIn(filename)).toBe(true)
  })

  it.each(['/app/app/api/login/route.ts', '/app/logout/login.js', '/logout/src/index/main.js', '/app/src/routes/+page.server.ts', 'index.js', '/app/logout/sessions.ts'])('but not in %s', (filename) => {
    expect(isLogoutIn(filename)).toBe(false)
  })
})
