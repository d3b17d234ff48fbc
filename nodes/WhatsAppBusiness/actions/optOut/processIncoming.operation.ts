import { consentFields } from '../../properties/consentFields';
import { processConsent } from '../../consent/processConsent';
import type { BatchOperation, OperationItem } from '../../shared/operation';

const CHANGED = 0;
const UNCHANGED = 1;

export const processIncoming: BatchOperation = {
	value: 'processIncoming',
	name: 'Process Incoming Message',
	action: 'Process an incoming message for opt outs',
	description:
		'Take items of the WhatsApp Business Trigger, recognise stops and starts in words of 35 languages, buttons, the setting in WhatsApp and refused messages, and write them down',
	outputs: ['Changed', 'Unchanged'],
	failureOutput: UNCHANGED,
	properties: consentFields,
	async executeAll({ n8n, run }) {
		const outcomes = await processConsent({ n8n, run });
		return outcomes.map((outcome): OperationItem | Error => {
			if (outcome instanceof Error) return outcome;
			const { isChanged, ...item } = outcome;
			return { ...item, output: isChanged ? CHANGED : UNCHANGED };
		});
	},
};
