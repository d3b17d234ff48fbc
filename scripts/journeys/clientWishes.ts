import { type CatalogJourney, chooseJourneys, credentialTypes } from './catalog';
import { type ClientFile } from './clientFile';
import { KitError } from './kitError';
import { type Setting, settingsNode, settingsOf } from '../start/settings';
import { type Json, typeProblem } from './values';

function shippedSettings({ workflow }: CatalogJourney): Setting[] {
	return settingsOf(settingsNode(workflow));
}

function namesOf(catalog: readonly CatalogJourney[]): string {
	const names = catalog.flatMap((journey) => shippedSettings(journey).map(({ name }) => name));
	return [...new Set(names)].sort().join(', ');
}

/** Settings that are wished for one journey: its own, and the common ones that it has. */
export function wishesFor(journey: CatalogJourney, { settings, journeys }: ClientFile): Record<string, Json> {
	const known = new Set(shippedSettings(journey).map(({ name }) => name));
	return { ...Object.fromEntries(Object.entries(settings).filter(([name]) => known.has(name))), ...journeys[journey.name] };
}

function problemsOf(journey: CatalogJourney, file: ClientFile): string[] {
	const known = shippedSettings(journey);
	return Object.entries(wishesFor(journey, file)).flatMap(([name, value]) => {
		const setting = known.find((candidate) => candidate.name === name);
		if (setting === undefined) return [`${journey.name} has no setting "${name}". It has ${namesOf([journey])}`];
		return typeProblem(setting, value) ?? [];
	});
}

function unknownCommon(catalog: readonly CatalogJourney[], { settings }: ClientFile): string[] {
	const known = new Set(catalog.flatMap((journey) => shippedSettings(journey).map(({ name }) => name)));
	const unknown = Object.keys(settings).filter((name) => !known.has(name));
	return unknown.map((name) => `No journey has a setting "${name}". There are ${namesOf(catalog)}`);
}

function unknownCredentials(catalog: readonly CatalogJourney[], { credentials }: ClientFile): string[] {
	const known = [...new Set(catalog.flatMap(({ workflow }) => credentialTypes(workflow)))].sort();
	const unknown = Object.keys(credentials).filter((type) => !known.includes(type));
	return unknown.map((type) => `No journey uses a credential of the type "${type}". There are ${known.join(', ')}`);
}

/**
 * Looks for names in a client's file that nothing has and for values that do not fit.
 *
 * @throws KitError with all of them
 */
export function checkClientFile(file: ClientFile, catalog: readonly CatalogJourney[]): void {
	chooseJourneys(catalog, [...Object.keys(file.journeys), ...Object.keys(file.workflows)]);
	const problems = [
		...unknownCredentials(catalog, file),
		...unknownCommon(catalog, file),
		...catalog.flatMap((journey) => problemsOf(journey, file)),
	];
	if (problems.length > 0) throw new KitError([...new Set(problems)].join('\n'));
}
