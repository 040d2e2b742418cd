// Loads ESLint and then the plugin, and says what each took, in milliseconds of the clock and of the processor: node load-plugin.js
const start = take()
await import('eslint')
const eslint = take()
await import('../../dist/lib/index.js')
const plugin = take()

console.log(JSON.stringify({ eslint: between(start, eslint), plugin: between(eslint, plugin) }))

function take() {
  const { system, user } = process.cpuUsage()
  return { clock: performance.now(), processor: (system + user) / 1000 }
}

function between(a, b) {
  return { clock: b.clock - a.clock, processor: b.processor - a.processor }
}
