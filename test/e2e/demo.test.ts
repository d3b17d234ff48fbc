import { browserTests } from './browserTests';
import { consentTests } from './consentTests';
import { conversationAgentTests } from './conversationAgentTests';
import { conversationTests } from './conversationTests';
import { faultTests } from './faultTests';
import { operationsTests } from './operationsTests';
import { packageTests } from './packageTests';
import { scenarioTests } from './scenarioTests';
import { triggerRegistrationTests } from './triggerRegistrationTests';
import { triggerTests } from './triggerTests';
import { startWorld } from './world';

// One n8n for all: a start takes longer than most of the tests. What changes the store comes last.
describe('the demo: sandbox, n8n and the order journey', () => {
	const world = startWorld();
	packageTests(world);
	scenarioTests(world);
	browserTests(world);
	operationsTests(world);
	triggerRegistrationTests(world);
	triggerTests(world);
	conversationTests(world);
	conversationAgentTests(world);
	faultTests(world);
	consentTests(() => ({ ...world().demo, webhookOrigin: world().demo.n8n.url }));
});
