import { describe, expect, it } from 'vitest'
import { isByKey, placeOf, saysWho, tableIn, usersTable } from '../../lib/events/users-table.js'
import { first, probe } from '../ast/probe.js'

it.each([
  ['users', 'users'], ['UserModel', 'users'], ['currentUser', 'users'], ['usersTable', 'users'], ['userRepository', 'users'], ['accounts', 'perhaps'], ['customerService', 'perhaps'],
  ['teamMember', undefined], ['userSettings', undefined], ['bankAccount', undefined], [undefined, undefined],
])('the table %s holds %s', (name, table) => {
  expect(usersTable(name)).toBe(table)
})

it.each(['user', 'id', 'email', 'uid', 'me', 'currentUserId', 'sessionUserId', 'loggedInUserId', 'self', 'accountId', 'name'])('%s says who somebody is', (member) => {
  expect(saysWho(member)).toBe(true)
})

it.each(['teamId', 'role', 'notMe', 'nextViewer', 'settings'])('%s does not', (member) => {
  expect(saysWho(member)).toBe(false)
})

it.each([
  ['db.users', 'users'],
  [`knex('users').where({ id })`, 'users'],
  ['db.update(users).set({ name })', 'users'],
  [`getRepository(User)`, 'User'],
  ['db.deleteFrom(users)', 'users'],
  ['users.where({ id })', 'users'],
  ['findAll()', 'findAll'],
  [`db.where('users')`, 'db'],
])('the place of %s is %s', (code, place) => {
  expect(placeOf(first(probe(`$(${code})`)))).toBe(place)
})

describe('SQL', () => {
  it.each([
    ['DELETE FROM users WHERE id = ?', { table: 'users', isDeleted: true }],
    ['delete  from  users', { table: 'users', isDeleted: true }],
    ['\n  UPDATE users SET name = ?', { table: 'users', isDeleted: false }],
    ['UPDATE  "public"."users" SET name = ?', { table: 'users', isDeleted: false }],
    ['UPDATE `accounts` SET name = ?', { table: 'perhaps', isDeleted: false }],
    ['UPDATE app.users SET deleted = 1', { table: 'users', isDeleted: false }],
    ['SELECT * FROM users', undefined],
    ['INSERT INTO users', undefined],
    ['DELETE FROM orders', undefined],
    ['', undefined],
  ])('%j is about a table of users', (sql, expected) => {
    expect(tableIn(sql)).toEqual(expected)
  })

  it.each([
    ['UPDATE users SET name = ? WHERE id = ?', true],
    ['DELETE FROM users WHERE "email" = ? AND team_id = ?', true],
    ['DELETE FROM users WHERE `id` IN (?)', true],
    ['DELETE FROM users', true],
    ['UPDATE users SET id = 1 WHERE team_id = ?', false],
    ['DELETE FROM users WHERE "owner_id" = ?', false],
  ])('%j says whose record it is: %s', (sql, isByOne) => {
    expect(isByKey(sql, 'users')).toBe(isByOne)
  })
})
