/**
 * `vite build page` makes `page/dist`; `vite page` serves the page against a sandbox on its default port.
 * A plain object: the workspace's module resolution does not find Vite's types.
 */
export default {
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
	server: { proxy: { '/_control': 'http://127.0.0.1:5680' } },
};
