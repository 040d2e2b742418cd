import { buildApp } from './app.js'
import { port } from './config.js'

const app = await buildApp()

await app.listen({ port })
console.log(`Notes on http://localhost:${port}`)
