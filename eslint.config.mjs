import js from '@eslint/js';
import { config as n8nConfig } from '@n8n/node-cli/eslint';
import { globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What ends up in the package, and is therefore under n8n's own rules. */
const SHIPPED = ['nodes/**/*.ts', 'credentials/**/*.ts', 'core/**/*.ts'];

/** n8n's rules are written for a repository that holds nothing but nodes: `**\/*.ts` would reach tests and scripts. */
function onlyShipped(entry) {
	return entry.files?.includes('**/*.ts') === true ? { ...entry, files: SHIPPED } : entry;
}

export default tseslint.config(
	globalIgnores(['dist', 'artifacts', 'coverage', '.cache', 'sandbox/page/dist', 'test/harness/n8n/runtime']),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	...n8nConfig.map(onlyShipped),
	{
		files: ['test/**/*.ts', 'scripts/**/*.ts', 'sandbox/**/*.{ts,tsx}'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{
		files: ['**/*.mjs', '*.js', 'scripts/**/*.js', 'sandbox/**/*.js'],
		extends: [js.configs.recommended],
		languageOptions: { globals: globals.node },
	},
	{ files: ['*.js'], languageOptions: { sourceType: 'commonjs' } },
);
