import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ cookies }) => new Response(JSON.stringify({ sid: cookies.get('sid')?.value }))
