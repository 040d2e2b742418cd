import { parse } from 'cookie'

export default {
  fetch(request) {
    const { sid } = parse(request.headers.get('cookie') ?? '')
    return Response.json({ sid })
  },
}
