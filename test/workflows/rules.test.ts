import { engineReady } from '../harness/engine/core';
import * as sendingRules from './sendingRules';
import { hasNoCredentials, hasOneSettings, hasTextsInAllLanguages, namesKnownTemplates, readsSettings, unusedTemplates } from './settingsRules';
import * as shapeRules from './shapeRules';
import { readJourneys, type WorkflowFile } from './workflowFile';

const RULES: Record<string, (file: WorkflowFile) => string[]> = {
	...sendingRules, ...shapeRules, hasOneSettings, readsSettings, hasNoCredentials, namesKnownTemplates, hasTextsInAllLanguages,
};

const journeys = readJourneys();

beforeAll(engineReady);

describe.each(Object.entries(RULES))('%s', (_, rule) => {
	test.each([...journeys.values()].flat().map((file) => ({ file, name: file.name })))('$name', ({ file }) => {
		expect(rule(file)).toEqual([]);
	});
});

test.each([...journeys])('%s sends all its templates', (_, files) => {
	expect(unusedTemplates(files)).toEqual([]);
});
