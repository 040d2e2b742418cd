import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Nest's decorators in strict TypeScript, and options in constants without types. */
export const nestBookings: WholeProgram = {
  libraries: ['express', '@nestjs/common', '@nestjs/core', '@nestjs/platform-express', 'reflect-metadata', 'express-session'],
  type: 'module',
  finds: 11,
  left: [
    'no-hardcoded-secret short',
    'no-memory-store missing',
    'no-save-uninitialized on (suggestion)',
  ],
  async use(program) {
    const ann = openBrowser(program)
    expect(await ann.get('/')).toMatchObject({ status: 200, text: 'Bookings' })
    expect(await ann.get('/bookings')).toMatchObject({ status: 401 })
    expect(await ann.post('/users', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 201, text: '{"id":1}' })
    expect(await ann.post('/users', { name: 'ann', password: 'roses' })).toMatchObject({ status: 409 })
    expect(await ann.post('/login', { name: 'ann', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await ann.post('/login', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"ann"}' })
    expect(await ann.post('/bookings', { room: 'blue', night: '2030-05-01' })).toMatchObject({ status: 201 })
    expect(await ann.post('/bookings', { room: 'blue', night: '2030-05-01' })).toMatchObject({ status: 409 })
    expect(await ann.get('/bookings')).toMatchObject({ status: 200, text: '[{"id":1,"room":"blue","night":"2030-05-01","guest":1}]' })
    expect(await ann.post('/logout')).toMatchObject({ status: 200, text: '{"bye":"ann"}' })
    expect(await ann.post('/login', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 200 })

    expect(await ann.get('/api/me')).toMatchObject({ status: 401 })
    expect(await ann.post('/token', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 201, text: '{"issued":true}' })
    expect(await ann.get('/api/me')).toMatchObject({ status: 200, text: '{"name":"ann"}' })
  },
}
