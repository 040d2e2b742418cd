export const GET = ({ cookies }) => {
  cookies.set('theme', 'light', { path: '/' })
  return new Response('Welcome')
}
