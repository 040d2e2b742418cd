export default defineEventHandler((event) => ({ sid: getCookie(event, 'sid') }))
