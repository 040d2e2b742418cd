import { describe, expect, it } from 'vitest'
import { plainText } from '../../lib/ast/plain-text.js'
import { first, probe } from './probe.js'

describe('the code of a node in one spelling', () => {
  it.each([
    ['leaves out what is between tokens', '$(a\n  . /* of */ b ( c ,d ) // end\n)', 'a.b(c,d)'],
    ['keeps words apart', '$(new   Date ( ) instanceof  Date)', 'new Date()instanceof Date'],
    ['leaves out parentheses that change nothing', '$(((a).b)((c)))', 'a.b(c)'],
    ['keeps parentheses around what is more than one thing', '$((((a + (b))) * c))', '(a+b)*c'],
    ['keeps the parentheses of calls and parameters', '$((a) => { if ((a)) { return (b)((a)) } })', '(a)=>{if(a){return b(a)}}'],
    ['leaves out assertions', '$(((a as any).b! satisfies string).c as const)', 'a.b.c'],
    ['leaves out optional chaining', '$(a?.b?.[0]?.(c))', 'a.b[0](c)'],
    ['keeps parentheses in what is joined', '$((a + b).c((d + e)!))', '(a+b).c((d+e))'],
    ['leaves out parentheses around one thing of each kind', '$([(1), (a.b), (c()), (`d`), (this), ([])])', "[1,a.b,c(),'d',this,[]]"],
    ['leaves out parentheses around a chain', '$((a?.b).c)', 'a.b.c'],
    ['keeps parentheses in parameters', '$((a = (b)) => (c))', '(a=b)=>c'],
    ['leaves out chaining of computed members', "$(a?.['b'])", 'a.b'],
    ['keeps other words of an operator', '$(a in b)', 'a in b'],
    ['quotes an empty text', '$(``)', "''"],
    ['names members', "$(a['b'][`c`][d]['e-f'])", "a.b.c[d]['e-f']"],
    ['quotes texts in one way', '$(["a", \'b\', `c`, "it\'s", `d${e}`])', "['a','b','c','it\"s',`d${e}`]"],
  ])('%s', (_name, code, text) => {
    const source = probe(code)
    expect(plainText(first(source), source.sourceCode)).toBe(text)
  })
})
