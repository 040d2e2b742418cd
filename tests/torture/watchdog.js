// Ends a process that works on one source for too long, by the time of the processor: the machine may be busy.
import { fileURLToPath } from 'node:url'
import { Worker, isMainThread, workerData } from 'node:worker_threads'

/** No source takes as many seconds. */
const LONGEST = 300

/** The second in which the source began that the process works on; shared with the thread that watches. */
const began = isMainThread ? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) : workerData

if (isMainThread) new Worker(fileURLToPath(import.meta.url), { workerData: began }).unref()
else setInterval(endTooLong, 1000)

/** Begins to count for the next source. */
export function allowTime() {
  Atomics.store(began, 0, secondsUsed())
}

function endTooLong() {
  if (secondsUsed() - Atomics.load(began, 0) > LONGEST) process.kill(process.pid, 'SIGKILL')
}

function secondsUsed() {
  return Math.floor(process.cpuUsage().user / 1_000_000)
}
