import { defineStore, write } from './store.js'

/** https://sequelize.org/docs/v6/core-concepts/model-querying-basics/#simple-delete-queries */
export const sequelize = defineStore({
  name: 'sequelize',
  packages: ['sequelize', '@sequelize/core', 'sequelize-typescript'],
  reference: 'https://sequelize.org/docs/v6/core-concepts/model-querying-basics/#simple-delete-queries',
  writes: [write('Table.create(record)')],
  reads: ['findAll', 'findOne', 'findByPk', 'findAndCountAll', 'count'],
  deletion: { code: '{table}.destroy({ where: { {column}: {id} } })', named: '{table}.destroy(…)', ends: 'promise' },
})
