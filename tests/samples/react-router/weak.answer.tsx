import { parse } from 'cookie'
import { data } from 'react-router'

export async function loader({ request }) {
  const { sid } = parse(request.headers.get('Cookie') ?? '')
  return data({ sid })
}
