import { type CatalogJourney, chooseJourneys, credentialTypes } from './catalog';
import { type Installed } from './installed';
import { settingsNode, settingsOf } from '../start/settings';
import { shown } from './values';

function stateOf({ name }: CatalogJourney, installed: Installed): string {
	const workflow = installed.get(name);
	if (workflow === undefined) return 'not there';
	return `${workflow.active ? 'published' : 'not published'} (${workflow.id})`;
}

function details({ workflow }: CatalogJourney): string[] {
	return [
		...credentialTypes(workflow).map((type) => `  credential  ${type}`),
		...settingsOf(settingsNode(workflow)).map(({ name, type, value }) => `  setting     ${name} (${type}): ${shown(value)}`),
	];
}

/**
 * What there is to import, one line each; of journeys that are named also their credentials and settings.
 *
 * @param given installed: what an n8n has of them, when one was asked
 */
export function listLines(catalog: readonly CatalogJourney[], given: { names: readonly string[]; installed?: Installed }): string[] {
	const { names, installed } = given;
	const journeys = names.length === 0 ? catalog : chooseJourneys(catalog, names);
	const width = Math.max(...journeys.map(({ name }) => name.length));
	return journeys.flatMap((journey) => {
		const state = installed === undefined ? '' : `   ${stateOf(journey, installed)}`;
		const line = `${journey.name.padEnd(width)}   ${journey.workflow.name}${state}`;
		return names.length === 0 ? [line] : [line, ...details(journey)];
	});
}
