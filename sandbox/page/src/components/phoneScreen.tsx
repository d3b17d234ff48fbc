import { useState } from 'preact/hooks';
import type { BusinessNumber, Phone, PhoneMessage } from '../contract';
import { api } from '../live/api';
import { readOutgoingFile } from '../live/outgoingFile';
import { carryOut } from '../live/carryOut';
import { useMarkRead } from '../live/useMarkRead';
import { Composer } from './composer';
import { ListSheet } from './listSheet';
import { PhoneHeader } from './phoneHeader';
import { PhoneMenu } from './phoneMenu';
import { Thread } from './thread';
import { Toast, type Notice } from './toast';
import { useSheet } from './useSheet';

interface PhoneScreenProps {
	phone: Phone;
	messages: readonly PhoneMessage[];
	businessNumbers: readonly BusinessNumber[];
}

/** One customer's phone: the chat with the business. Give it the customer's key, so that each phone has its own state. */
export function PhoneScreen({ phone, messages, businessNumbers }: PhoneScreenProps) {
	const { key, name } = phone;
	const [notice, setNotice] = useState<Notice>();
	const [replyTo, setReplyTo] = useState<PhoneMessage>();
	const sheet = useSheet<PhoneMessage>();
	const [chosenNumber, setChosenNumber] = useState<string>();
	useMarkRead(key, messages);

	const writesTo = chosenNumber ?? messages.at(-1)?.phoneNumberId ?? businessNumbers[0]?.id;
	const business = businessNumbers.find(({ id }) => id === writesTo);
	const businessName = business?.verifiedName ?? 'Business';

	/** Runs a call and shows its refusal; what it changed comes back through the event stream. */
	const attempt = async <T,>(call: () => Promise<T>): Promise<{ answer?: T; taken: boolean }> => {
		try {
			return { answer: await call(), taken: true };
		} catch (error) {
			setNotice({ kind: 'refusal', text: error instanceof Error ? error.message : String(error) });
			return { taken: false };
		}
	};
	const onTap = async ({ id: messageId }: PhoneMessage, choice: { id?: string; index?: number }) => {
		const { answer } = await attempt(() => api.tap(key, { messageId, ...choice }));
		const text = answer && (await carryOut(answer));
		if (text) setNotice({ kind: 'done', text });
	};
	const onSend = async (text: string) => {
		const { taken } = await attempt(() => api.sendText(key, { text, replyTo: replyTo?.id, phoneNumberId: writesTo }));
		if (taken) setReplyTo(undefined);
		return taken;
	};
	const onAttach = async (file: File) => {
		await attempt(async () => api.sendFile(key, { ...(await readOutgoingFile(file)), phoneNumberId: writesTo }));
	};

	return (
		<div class="phone-screen" data-testid="phone">
			<div class="phone-body" inert={sheet.content !== undefined}>
				<PhoneHeader business={business}>
					<PhoneMenu
						preference={phone.preference ?? 'resume'}
						onPreference={(value) => void attempt(() => api.setPreference(key, { value, phoneNumberId: writesTo }))}
						businessNumbers={businessNumbers}
						writesTo={writesTo}
						onWriteTo={setChosenNumber}
					/>
				</PhoneHeader>
				<Thread
					phoneKey={key}
					messages={messages}
					businessNumbers={businessNumbers}
					emptyText={`No messages yet. Place an order in the shop, or write as ${name}.`}
					onTap={onTap}
					onOpenList={sheet.open}
					onReply={setReplyTo}
				/>
				{notice && <Toast notice={notice} onClose={() => setNotice(undefined)} />}
				<Composer
					name={name}
					replyTo={replyTo}
					businessName={businessName}
					onCancelReply={() => setReplyTo(undefined)}
					onSend={onSend}
					onAttach={onAttach}
				/>
			</div>
			{sheet.content?.list && (
				<ListSheet
					list={sheet.content.list}
					onClose={sheet.close}
					onPick={(row) => {
						sheet.close();
						if (sheet.content) void onTap(sheet.content, { id: row.id });
					}}
				/>
			)}
		</div>
	);
}
