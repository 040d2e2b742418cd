import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'
import { sessionOptions } from './session.js'

export async function addToCart(item: string) {
  const session = await getIronSession<{ cart?: string[] }>(await cookies(), sessionOptions)
  session.cart = [...(session.cart ?? []), item]
  session.save()
}
