import { isNote, isStart, type Edge } from './graph';
import { definitionsOf, isSend, parametersOf, templatesIn, templatesOf } from './sends';
import { textsIn, type WorkflowFile } from './workflowFile';

/** What belongs in Settings. The hosts of services that everybody calls by the same name may stand in the node that does so. */
const OWN: Array<[string, RegExp]> = [
	['an e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/],
	['a host', /https?:\/\/(?!api\.hubapi\.com\b)[\w-]+\.[\w.-]+|\bsunny-shop\b/],
	['an ID or a phone number', /(?<![\w-])\+?\d{8,}(?![\w-])/],
];

/** Journeys that are most used: their templates are in more languages. */
const MOST_USED = /^(?:order-confirmation|shipping-milestones|cod-confirmation|failed-delivery)/;

const MORE_LANGUAGES = ['en_US', 'es', 'pt_BR', 'de', 'hi'];

/** An answer goes out by the number that the customer wrote to, which is known only from the event. */
const SENDERS = [
	"={{ $('Settings').first().json.senderPhoneNumberId }}",
	"={{ $('WhatsApp Business Trigger').item.json.phoneNumberId }}",
	"={{ $('Written Here?').item.json.phoneNumberId }}",
];

/** One node to edit, and nothing of the shop in the others. */
export function hasOneSettings(file: WorkflowFile): string[] {
	const own = file.nodes.filter((node) => node.type === 'n8n-nodes-base.set' && node.name === 'Settings');
	const others = file.nodes.filter((node) => !own.includes(node) && !isNote(node));
	return [
		...(own.length === 1 ? [] : [`${file.name}.json: has ${own.length} Settings nodes`]),
		...others.flatMap((node) =>
			OWN.flatMap(([what, pattern]) => {
				const text = textsIn(node.parameters).find((each) => pattern.test(each));
				return text === undefined ? [] : [file.finding(node, `has ${what}: ${pattern.exec(text)?.[0]}`)];
			}),
		),
	];
}

/** The sender is chosen once, and Settings has run wherever it is read. */
export function readsSettings(file: WorkflowFile): string[] {
	const senders = file.nodes.flatMap((node) => {
		const { value } = parametersOf(node).phoneNumberId ?? {};
		return value === undefined || SENDERS.includes(value) ? [] : [file.finding(node, `does not take its sender from Settings: ${value}`)];
	});
	const mayPass = ({ from }: Edge) => from.name !== 'Settings';
	const without = [...file.graph.after(file.nodes.filter(isStart), mayPass)];
	const tooEarly = without.filter((node) => node.name !== 'Settings' && textsIn(node.parameters).some((text) => text.includes("$('Settings')")));
	return [...senders, ...tooEarly.map((node) => file.finding(node, 'reads Settings, which did not run on every way to it'))];
}

/** The importer chooses the credentials: n8n finds the one of its own default name. */
export function hasNoCredentials(file: WorkflowFile): string[] {
	return file.nodes.flatMap((node) =>
		Object.entries(node.credentials ?? {}).flatMap(([type, { id, name }]) => [
			...(id === '' ? [] : [file.finding(node, `has the ID of a credential: ${type}`)]),
			...(/^[A-Z](?!.*\bAPI\b).* account$/.test(name) ? [] : [file.finding(node, `names its credential unlike n8n: ${name}`)]),
		]),
	);
}

function languagesOf(file: WorkflowFile, reference: string): string[] {
	return definitionsOf(file, reference).map(({ language }) => language);
}

/** The first example has its templates chosen in the nodes, because its variables are fields of the node and not JSON. */
function choosesInNodes(file: WorkflowFile): boolean {
	return file.name === 'order-updates';
}

/** All templates that are named exist in enough languages. */
export function namesKnownTemplates(file: WorkflowFile): string[] {
	const named = [...file.settings].flatMap(([name, value]) => templatesIn(value).map((reference) => ({ name, reference })));
	const sends = file.nodes.filter((node) => isSend(node) && parametersOf(node).template !== undefined);
	const wanted = MOST_USED.test(file.name) ? MORE_LANGUAGES : ['en_US', 'es', 'pt_BR'];
	return [
		...named.flatMap(({ name, reference }) => {
			const languages = languagesOf(file, reference);
			const missing = [...wanted, reference.split('|')[1] ?? ''].filter((language) => !languages.includes(language));
			return missing.length === 0 ? [] : [`${file.name}.json: Settings: ${name}: ${reference} is not in ${missing.join(', ')}`];
		}),
		...sends.filter((node) => templatesOf(file, node).length === 0).map((node) => file.finding(node, 'sends a template that Settings does not name')),
		...sends
			.filter((node) => !choosesInNodes(file) && templatesIn(parametersOf(node).template?.value).length > 0)
			.map((node) => file.finding(node, 'names its template itself')),
	];
}

/** Templates of a folder that none of its workflows sends. */
export function unusedTemplates(files: readonly WorkflowFile[]): string[] {
	const sent = files.flatMap((file) => file.nodes.filter(isSend).flatMap((node) => templatesOf(file, node)));
	const names = new Set(sent.map((reference) => reference.split('|')[0] ?? ''));
	const unused = (files[0]?.templates ?? []).filter(({ name }) => !names.has(name));
	return [...new Set(unused.map(({ name }) => `${files[0]?.name}: templates.json: nothing sends ${name}`))];
}

const LANGUAGE = /^(?:en|es|pt|de|hi)(?:_[A-Z]{2})?$/;

type Texts = Readonly<Record<string, unknown>>;

function isByLanguage(value: object): boolean {
	const keys = Object.keys(value);
	return keys.length > 0 && keys.every((key) => LANGUAGE.test(key));
}

/** The keys of a value, however deep; lists of words may have any length. */
function shapeOf(value: unknown, path = ''): string[] {
	if (typeof value === 'string') return [value.trim() === '' ? `${path} is empty` : path];
	if (Array.isArray(value)) return [`${path}[]`];
	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`)) : [path];
}

/** All values by language within a value, with where they stand. */
function byLanguage(value: unknown, path: string): Array<[string, Texts]> {
	if (typeof value !== 'object' || value === null) return [];
	if (isByLanguage(value)) return [[path, value as Texts]];
	return Object.entries(value).flatMap(([key, inner]) => byLanguage(inner, `${path}.${key}`));
}

/** Texts exist in all languages of the templates, and say the same things in each. */
export function hasTextsInAllLanguages(file: WorkflowFile): string[] {
	const spoken = new Set(['en', 'es', 'pt', ...file.templates.map(({ language }) => language.slice(0, 2))]);
	return [...file.settings].flatMap(([name, value]) =>
		byLanguage(value, name).flatMap(([path, texts]) => {
			const languages = new Set(Object.keys(texts).map((language) => language.slice(0, 2)));
			const missing = [...spoken].filter((language) => !languages.has(language));
			const shapes = Object.entries(texts).map(([language, text]) => ({ language, shape: shapeOf(text).sort().join(' ') }));
			const other = shapes.filter(({ shape }) => shape !== shapes[0]?.shape || shape.includes('is empty'));
			return [
				...missing.map((language) => `${file.name}.json: Settings: ${path} is not in ${language}`),
				...other.map(({ language }) => `${file.name}.json: Settings: ${path} has other texts in ${language} than in ${shapes[0]?.language}`),
			];
		}),
	);
}
