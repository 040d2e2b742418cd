import { NextResponse, type NextRequest } from 'next/server'

export function middleware(request: NextRequest) {
  const response = NextResponse.next()
  if (!request.cookies.has('sid')) response.cookies.set('sid', Date.now().toString(36), { path: '/' })
  return response
}
