// The parsers that projects use, and the files that each is for. They are loaded by need: what counts instructions takes one.

const JAVASCRIPT = /\.[cm]?jsx?$/
const TYPESCRIPT = /\.[cm]?tsx?$/

const loaded = {}

/** Each with its packages, the files it suits, and its options for one of them. */
const PARSERS = {
  espree: {
    packages: ['espree'],
    suits: JAVASCRIPT,
    options: () => ({ parser: loaded.espree, parserOptions: { ecmaFeatures: { jsx: true } } }),
  },
  'typescript-eslint': {
    packages: ['@typescript-eslint/parser'],
    suits: /\.[cm]?[jt]sx?$/,
    options: () => ({ parser: loaded['@typescript-eslint/parser'], parserOptions: { ecmaFeatures: { jsx: true } } }),
  },
  babel: {
    packages: ['@babel/eslint-parser'],
    suits: /\.[cm]?[jt]sx?$/,
    options: (filename) => ({ parser: loaded['@babel/eslint-parser'], parserOptions: { requireConfigFile: false, babelOptions: babelOptions(filename) } }),
  },
  vue: {
    packages: ['vue-eslint-parser', '@typescript-eslint/parser', 'espree'],
    suits: /\.vue$/,
    options: () => ({ parser: loaded['vue-eslint-parser'], parserOptions: { parser: { js: loaded.espree, ts: loaded['@typescript-eslint/parser'], '<template>': loaded.espree } } }),
  },
  svelte: {
    packages: ['svelte-eslint-parser', '@typescript-eslint/parser'],
    suits: /\.svelte$/,
    options: () => ({ parser: loaded['svelte-eslint-parser'], parserOptions: { parser: loaded['@typescript-eslint/parser'] } }),
  },
  astro: {
    packages: ['astro-eslint-parser', '@typescript-eslint/parser'],
    suits: /\.astro$/,
    options: () => ({ parser: loaded['astro-eslint-parser'], parserOptions: { parser: loaded['@typescript-eslint/parser'] } }),
  },
}

/** Files that a framework compiles, made of a script. */
const AROUND = {
  vue: ['<template><p>{{ user }}</p></template>\n<script lang="ts">\n', '\n</script>\n'],
  svelte: ['<script lang="ts">\n', '\n</script>\n<p>{user}</p>\n'],
  astro: ['---\n', '\n---\n<p>{user}</p>\n'],
}

export const parserNames = Object.keys(PARSERS)

export function parsersFor(filename) {
  return parserNames.filter((name) => PARSERS[name].suits.test(filename))
}

/** Loads parsers, whose options can be asked for then. */
export async function loadParsers(names) {
  for (const name of names.flatMap((each) => PARSERS[each].packages)) loaded[name] ??= await import(name)
}

export function parserOptions(name, filename) {
  return PARSERS[name].options(filename)
}

/** A script in a file that a parser is for. */
export function inScript(parser, script) {
  const [before, after] = AROUND[parser] ?? ['', '']
  return before + script + after
}

/** The same script as a file of each framework that has files of its own. */
export function embedded({ name, text }) {
  return Object.keys(AROUND).map((parser) => ({
    name: `${name} (.${parser})`,
    filename: `${name}.${parser}`,
    text: inScript(parser, text),
  }))
}

function babelOptions(filename) {
  const language = TYPESCRIPT.test(filename) ? [['typescript', { dts: /\.d\.[cm]?ts$/.test(filename) }]] : ['flow']
  const jsx = /\.[cm]?ts$/.test(filename) ? [] : ['jsx']
  return { babelrc: false, configFile: false, parserOpts: { plugins: [...language, ...jsx, ['decorators', { decoratorsBeforeExport: false }]] } }
}
