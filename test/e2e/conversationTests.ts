import { useConversations } from './conversationBench';
import { conversationChangeTests } from './conversationChangeTests';
import { conversationPhoneTests } from './conversationPhoneTests';
import { conversationStatusTests } from './conversationStatusTests';
import { conversationTapTests } from './conversationTapTests';
import { conversationTextTests } from './conversationTextTests';
import { conversationTimeTests } from './conversationTimeTests';
import type { World } from './world';

/** Questions in the chat: asked by a workflow that waits, answered on the phone. */
export function conversationTests(world: () => World): void {
	describe('conversations', () => {
		const conversations = useConversations(world);
		conversationTapTests(world, conversations);
		conversationPhoneTests(world, conversations);
		conversationStatusTests(world, conversations);
		conversationTimeTests(conversations);
		conversationTextTests(world, conversations);
		conversationChangeTests(world, conversations);
	});
}
