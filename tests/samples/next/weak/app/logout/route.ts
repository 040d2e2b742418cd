import { cookies } from 'next/headers'

export async function GET() {
  const cookieStore = await cookies()
  cookieStore.delete('__Host-session')
  return Response.redirect('/')
}
