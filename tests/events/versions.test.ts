import { isInRange, lowerBound } from '../../lib/events/versions.js'

it.each([
  ['1.2.3', '1.2.3'],
  ['v1.2.3', '1.2.3'],
  ['=1.2.3', '1.2.3'],
  ['^0.6.1', '0.6.1'],
  ['~0.5', '0.5.0'],
  ['>=2', '2.0.0'],
  ['> 2.1', '2.1.0'],
  ['6.x', '6.0.0'],
  ['6.4.x', '6.4.0'],
  ['6.4.*', '6.4.0'],
  ['>=0.5 <0.7', '0.5.0'],
  ['1.2 - 2.3', '1.2.0'],
  ['^1.0.0 || ^2.0.0', '1.0.0'],
  ['^2.0.0 || ^1.0.0', '1.0.0'],
  ['<0.6', '0.0.0'],
  ['<=0.5.3', '0.0.0'],
  ['2.0.0-beta.1', '2.0.0'],
  ['1.0.0+build', '1.0.0'],
  ['workspace:^1.2.3', '1.2.3'],
  ['workspace:1.2.3', '1.2.3'],
  ['npm:passport@0.5.3', '0.5.3'],
  ['npm:@fork/passport@^0.7.0', '0.7.0'],
  ['  ^1.2.3', '1.2.3'],
])('the lower bound of %s is %s', (range, expected) => {
  expect(lowerBound(range)?.join('.')).toBe(expected)
})

it.each([
  '*', '', 'x', 'latest', 'next', 'workspace:*', 'workspace:^', 'catalog:', 'catalog:react19', 'file:../passport', 'link:../passport',
  'git+https://example.org/passport.git#v0.5.0', 'git@example.org:passport/passport.git', 'github:jaredhanson/passport', 'jaredhanson/passport#0.5.0',
  'https://example.org/passport-0.5.3.tgz', '5.0.0.tgz/x', '^1 || *', '5abc', 'npm:passport', `${' '.repeat(300)}1.0.0`,
])('there is no lower bound in %j', (range) => {
  expect(lowerBound(range)).toBeUndefined()
})

it.each([
  ['0.5.3', '<0.6', true],
  ['0.6.0', '<0.6', false],
  ['0.6.0', '>=0.6', true],
  ['0.5.9', '>=0.6', false],
  ['6.10.0', '>=6.4', true],
  ['^6.3.9', '>=6.4', false],
  ['10.0.0', '<10', false],
  ['9.99.0', '<10', true],
  ['5', '>=5', true],
] as const)('whether %s is in %s', (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected)
})

it.each([undefined, 'latest', 'workspace:*'])('without a version (%j) a library is a current one', (version) => {
  expect([isInRange(version, '>=0.6'), isInRange(version, '<0.6'), isInRange(version, undefined)]).toEqual([true, false, true])
})
