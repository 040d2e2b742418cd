// The parsers that projects use, and the files that each is for.
import * as babelParser from '@babel/eslint-parser'
import * as typeScriptParser from '@typescript-eslint/parser'
import * as astroParser from 'astro-eslint-parser'
import * as espree from 'espree'
import * as svelteParser from 'svelte-eslint-parser'
import * as vueParser from 'vue-eslint-parser'

const JAVASCRIPT = /\.[cm]?jsx?$/
const TYPESCRIPT = /\.[cm]?tsx?$/

/** Each with the files it suits, and its options for one of them. */
const PARSERS = {
  espree: {
    suits: JAVASCRIPT,
    options: () => ({ parser: espree, parserOptions: { ecmaFeatures: { jsx: true } } }),
  },
  'typescript-eslint': {
    suits: /\.[cm]?[jt]sx?$/,
    options: () => ({ parser: typeScriptParser, parserOptions: { ecmaFeatures: { jsx: true } } }),
  },
  babel: {
    suits: /\.[cm]?[jt]sx?$/,
    options: (filename) => ({ parser: babelParser, parserOptions: { requireConfigFile: false, babelOptions: babelOptions(filename) } }),
  },
  vue: {
    suits: /\.vue$/,
    options: () => ({ parser: vueParser, parserOptions: { parser: { js: espree, ts: typeScriptParser, '<template>': espree } } }),
  },
  svelte: {
    suits: /\.svelte$/,
    options: () => ({ parser: svelteParser, parserOptions: { parser: typeScriptParser } }),
  },
  astro: {
    suits: /\.astro$/,
    options: () => ({ parser: astroParser, parserOptions: { parser: typeScriptParser } }),
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

export function parserOptions(name, filename) {
  return PARSERS[name].options(filename)
}

/** The same script as a file of each framework that has files of its own. */
export function embedded({ name, text }) {
  return Object.entries(AROUND).map(([extension, [before, after]]) => ({
    name: `${name} (.${extension})`,
    filename: `${name}.${extension}`,
    text: before + text + after,
  }))
}

function babelOptions(filename) {
  const language = TYPESCRIPT.test(filename) ? [['typescript', { dts: /\.d\.[cm]?ts$/.test(filename) }]] : ['flow']
  const jsx = /\.[cm]?ts$/.test(filename) ? [] : ['jsx']
  return { babelrc: false, configFile: false, parserOpts: { plugins: [...language, ...jsx, ['decorators', { decoratorsBeforeExport: false }]] } }
}
