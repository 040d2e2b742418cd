import { compileSignature } from '../../lib/events/compile-signature.js'
import { frameworks } from '../../lib/frameworks/index.js'
import { defineFramework, from, handed, instance, signature } from '../../lib/frameworks/framework.js'

const PLACES = ['options', 'cookie', 'secret', 'name', 'value', 'property', 'header', 'headers', 'text', 'done', 'unlessGiven'] as const

const table = defineFramework({
  name: 'a-session',
  reference: 'https://example.org',
  names: { session: from('a-session'), app: instance('a-server'), req: handed('request', 'a-server') },
  signatures: [
    signature('session(app, options?)', { emits: 'sessionConfigured', options: 'options' }),
    signature('new session(options)', { emits: 'sessionConfigured', options: 'options' }),
    signature('req.session.regenerate(done?)', { emits: 'sessionRegenerated', done: 'done' }),
    signature('req.session[property] = value', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('req.session = null', { emits: 'sessionDestroyed' }),
    signature('req.session = {}', { emits: 'sessionAbandoned' }),
    signature('delete req.session[property]', { emits: 'sessionPropertyDeleted', property: 'property' }),
    signature('session(name, options?).value = value', { emits: 'browserCookieWritten', name: 'name', cookie: 'options', value: 'value' }),
    signature("req.get('session').set(property, value)", { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature("req.get('new session').set(property, value)", { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature('req.cookie[name].set(options)', { emits: 'cookieWritten', name: 'name', value: 'options.value', cookie: 'options' }),
    signature('req.open(cookie).set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
    signature("{ key: 'Set-Cookie', value }", { emits: 'headerWritten', text: 'value' }),
    signature('return { statusCode, cookies? }', { emits: 'headerWritten', text: 'cookies' }),
  ],
})

it('the texts of signatures are read', () => {
  const read = table.signatures.map((each) => {
    const { assigns, form, isAnswer, members, parameters, propertyName, valueName } = compileSignature(table, each)
    const names = parameters.map(({ isOptional, meanings, name }) => `${name}${isOptional ? '?' : ''}${meanings.length > 0 ? ' with a meaning' : ''}`)
    return { text: each.text, form, members, parameters: names, ...(form === 'assignment' && { assigns }), ...(isAnswer && { isAnswer }), propertyName, valueName }
  })
  expect(read).toEqual([
    { text: 'session(app, options?)', form: 'call', members: [], parameters: ['app with a meaning', 'options?'] },
    { text: 'new session(options)', form: 'new', members: [], parameters: ['options'] },
    { text: 'req.session.regenerate(done?)', form: 'call', members: ['session', 'regenerate'], parameters: ['done?'] },
    { text: 'req.session[property] = value', form: 'assignment', members: ['session', '*'], parameters: [], assigns: 'anything', propertyName: 'property', valueName: 'value' },
    { text: 'req.session = null', form: 'assignment', members: ['session'], parameters: [], assigns: 'nothing' },
    { text: 'req.session = {}', form: 'assignment', members: ['session'], parameters: [], assigns: 'empty object' },
    { text: 'delete req.session[property]', form: 'deletion', members: ['session', '*'], parameters: [], propertyName: 'property' },
    {
      ...{ text: 'session(name, options?).value = value', form: 'assignment', members: ['(*)', 'value'], parameters: ['name', 'options?'] },
      ...{ assigns: 'anything', propertyName: undefined, valueName: 'value' },
    },
    { text: "req.get('session').set(property, value)", form: 'call', members: ['get', "('session')", 'set'], parameters: ['property', 'value'] },
    { text: "req.get('new session').set(property, value)", form: 'call', members: ['get', "('new session')", 'set'], parameters: ['property', 'value'] },
    { text: 'req.cookie[name].set(options)', form: 'call', members: ['cookie', '*', 'set'], parameters: ['options'], propertyName: 'name' },
    { text: 'req.open(cookie).set(property, value)', form: 'call', members: ['open', '(*)', 'set'], parameters: ['property', 'value'] },
    { text: "{ key: 'Set-Cookie', value }", form: 'object', members: [], parameters: ["'Set-Cookie'", 'value'] },
    { text: 'return { statusCode, cookies? }', form: 'object', isAnswer: true, members: [], parameters: ['statusCode', 'cookies?'] },
  ])
})

it('a first word that is not among the names is refused', () => {
  expect(() => compileSignature({ ...table, names: {} }, { text: 'session()', root: 'session', roles: { emits: 'sessionConfigured' } })).toThrow(
    'a-session: no name session for session()',
  )
})

it.each(frameworks.flatMap((framework) => framework.signatures.map((each) => [framework.name, each.text, framework, each] as const)))(
  '%s: %s names places that it has',
  (_name, _text, framework, each) => {
    const { parameters, propertyName, roles, valueName } = compileSignature(framework, each)
    const places = new Set([...parameters.map(({ name }) => name), propertyName, valueName])
    const named = PLACES.flatMap((role) => roles[role] ?? [])
    const used = [...named, ...(roles.unless ?? []).map(({ options }) => options)].map((place) => place.split('.')[0])
    expect(used.filter((place) => !places.has(place))).toEqual([])
  },
)
