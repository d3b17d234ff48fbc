import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debianPackages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const KNOWN_PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} path of a Chromium on this machine */
function findBrowser() {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen) {
		if (existsSync(chosen)) return chosen;
		throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist`);
	}
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...onPath, ...KNOWN_PLACES].find((path) => existsSync(path));
}

/**
 * @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context
 * @returns {Promise<string>} path of Chromium
 * @throws {Error} naming the variable to set when there is none and none can be installed
 */
export async function ensureBrowser({ progress }) {
	const found = findBrowser();
	if (found) return found;
	// Chromium recommends the fonts that pages are shown in.
	await installDebianPackages({ names: ['chromium'], recommended: true, progress });
	const installed = findBrowser();
	if (installed) return installed;
	throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to it');
}
