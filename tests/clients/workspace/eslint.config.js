import sessionSecurity from 'eslint-plugin-session-security'
import { parser } from 'typescript-eslint'

export default [
  { ignores: ['**/dist/**'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  ...sessionSecurity.configs.recommended,
]
