#!/usr/bin/env node
import { runCommand } from './run-command.js'

const { stderr, stdout } = process
process.exitCode = await runCommand(process.argv.slice(2), { cwd: process.cwd(), now: new Date(), stdout, stderr })
