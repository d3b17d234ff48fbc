import type { FlowStart } from '../../../../core/message/flow';
import { objectOf } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';

const ACTIONS = ['navigate', 'data_exchange'] as const;
const MODES = ['published', 'draft'] as const;

function readChosenFlow({ n8n, itemIndex }: OperationContext): { by: 'id' | 'name'; value: string } {
	const value = readString(n8n, { name: 'flow', itemIndex });
	const { mode } = objectOf(n8n.getNodeParameter('flow', itemIndex, {}));
	return { by: mode === 'name' ? 'name' : 'id', value };
}

function readStart({ n8n, itemIndex }: OperationContext): FlowStart {
	const action = readChoice(n8n, { name: 'flowAction', itemIndex, field: 'Flow Action', choices: ACTIONS });
	if (action === 'data_exchange') return { action };
	const screen = readString(n8n, { name: 'screen', itemIndex });
	return { action, screen, data: n8n.getNodeParameter('data', itemIndex, '') };
}

/** The Flow that an item's fields choose, its button and where it begins; without header, texts and token. */
export function readFlow(context: OperationContext) {
	const { n8n, itemIndex } = context;
	return {
		flow: readChosenFlow(context),
		cta: readString(n8n, { name: 'buttonText', itemIndex }),
		mode: readChoice(n8n, { name: 'flowMode', itemIndex, field: 'Mode', choices: MODES }),
		start: readStart(context),
	};
}
