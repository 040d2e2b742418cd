import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  types: ['node'],
}

/** Libraries are parsed once, whatever the number of programs. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/** What `tsc --noEmit --strict` says about the TypeScript in a folder. */
export function typeErrors(folder: string): readonly string[] {
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.getSourceFile.bind(host)
  host.getCurrentDirectory = () => folder
  host.getSourceFile = (file, ...rest) => {
    if (file.startsWith(folder)) return read(file, ...rest)
    if (!parsed.has(file)) parsed.set(file, read(file, ...rest))
    return parsed.get(file)
  }
  const program = ts.createProgram(typeScriptIn(folder), OPTIONS, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, start = 0 }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
    return `${basename(file?.fileName ?? '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

/** Makes JavaScript of the TypeScript in a folder, beside it. */
export function transpile(folder: string): void {
  for (const file of typeScriptIn(folder)) {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { ...OPTIONS, module: ts.ModuleKind.ESNext, moduleResolution: undefined, noEmit: false },
      fileName: file,
    })
    writeFileSync(file.replace(/\.ts$/, '.js'), outputText)
  }
}

export function typeScriptIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : typeScriptIn(path)
    return path.endsWith('.ts') ? [path] : []
  })
}
