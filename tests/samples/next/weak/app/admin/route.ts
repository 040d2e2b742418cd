import { cookies } from 'next/headers'

export async function GET() {
  const role = (await cookies()).get('role')?.value
  if (role !== 'admin') return new Response('Forbidden', { status: 403 })
  return Response.json(await listUsers())
}
