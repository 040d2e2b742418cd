import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

export async function GET() {
  const sid = (await cookies()).get('session_id')?.value
  return NextResponse.json({ sid })
}
