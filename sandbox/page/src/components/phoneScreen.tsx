import { useState } from 'preact/hooks';
import type { BusinessNumber, Phone, PhoneMessage } from '../contract';
import { api } from '../live/api';
import { useAttempt } from '../live/useAttempt';
import { useMarkRead } from '../live/useMarkRead';
import { readOutgoingFile } from '../live/outgoingFile';
import { carryOut } from '../live/carryOut';
import { AnswerSheet, opensSheet, type Asked } from './answerSheet';
import type { Shared } from './attachMenu';
import { BlockedBar } from './blockedBar';
import { Composer } from './composer';
import { ListSheet } from './listSheet';
import { PhoneHeader } from './phoneHeader';
import { PhoneMenu } from './phoneMenu';
import { Thread } from './thread';
import { Toast } from './toast';
import { useSheet } from './useSheet';

/** Titles of the sheets. */
const SHARED: Record<Shared, string> = {
	place: 'Send a location',
	contact: 'Send a contact',
	ad: 'Come by an advertisement',
};

interface PhoneScreenProps {
	phone: Phone;
	messages: readonly PhoneMessage[];
	businessNumbers: readonly BusinessNumber[];
}

/** One customer's phone: the chat with the business. Give it the customer's key, so that each phone has its own state. */
export function PhoneScreen({ phone, messages, businessNumbers }: PhoneScreenProps) {
	const { key, name } = phone;
	const { attempt, notice, setNotice } = useAttempt();
	const [replyTo, setReplyTo] = useState<PhoneMessage>();
	const list = useSheet<PhoneMessage>();
	const asked = useSheet<Asked>();
	const [chosenNumber, setChosenNumber] = useState<string>();
	useMarkRead(phone, messages);

	const writesTo = chosenNumber ?? messages.at(-1)?.phoneNumberId ?? businessNumbers[0]?.id;
	const business = businessNumbers.find(({ id }) => id === writesTo);
	const businessName = business?.verifiedName ?? 'Business';

	const onTap = async (message: PhoneMessage, choice: { id?: string; index?: number }) => {
		const button = message.buttons?.find(({ index }) => choice.id === undefined && index === choice.index);
		if (button && opensSheet(button.action)) {
			asked.open({ action: button.action, title: button.title, message });
			return;
		}
		const { answer } = await attempt(() => api.tap(key, { messageId: message.id, ...choice }));
		const text = answer && (await carryOut(answer));
		if (text) setNotice({ kind: 'done', text });
	};
	const onSend = async (text: string) => {
		const { taken } = await attempt(() => api.sendText(key, { text, replyTo: replyTo?.id, phoneNumberId: writesTo }));
		if (taken) setReplyTo(undefined);
		return taken;
	};
	const onAttach = (file: File) => {
		const quoted = replyTo?.id;
		setReplyTo(undefined);
		void attempt(async () =>
			api.sendFile(key, { ...(await readOutgoingFile(file)), replyTo: quoted, phoneNumberId: writesTo }),
		);
	};
	const onAnswer = async (kind: string, body: object) => {
		const own = asked.content?.message === undefined ? { phoneNumberId: writesTo } : {};
		const { taken } = await attempt(() => api.answer(key, kind, { ...own, ...body }));
		if (taken) asked.close();
		return taken;
	};

	return (
		<div class="phone-screen" data-testid="phone" lang={phone.language}>
			<div class="phone-body" inert={list.content !== undefined || asked.content !== undefined}>
				<PhoneHeader business={business}>
					<PhoneMenu
						phone={phone}
						businessNumbers={businessNumbers}
						writesTo={writesTo}
						onPreference={(value) => void attempt(() => api.setPreference(key, { value, phoneNumberId: writesTo }))}
						onBlock={(blocked) => void attempt(() => api.setBlocked(key, blocked))}
						onReport={() => void attempt(() => api.report(key))}
						onOnline={(online) => void attempt(() => api.setOnline(key, online))}
						onWriteTo={setChosenNumber}
					/>
				</PhoneHeader>
				<Thread
					phoneKey={key}
					messages={messages}
					businessNumbers={businessNumbers}
					emptyText={`No messages yet. Place an order in the shop, or write as ${name}.`}
					onTap={onTap}
					onOpenList={list.open}
					onReply={setReplyTo}
					onReact={({ id: messageId }, emoji) => void attempt(() => api.answer(key, 'reaction', { messageId, emoji }))}
				/>
				{notice && <Toast notice={notice} onClose={() => setNotice(undefined)} />}
				{phone.blocks ? (
					<BlockedBar businessName={businessName} onUnblock={() => void attempt(() => api.setBlocked(key, false))} />
				) : (
					<Composer
						name={name}
						replyTo={replyTo}
						businessName={businessName}
						onCancelReply={() => setReplyTo(undefined)}
						onSend={onSend}
						onAttach={onAttach}
						onShare={(what) => asked.open({ action: what, title: SHARED[what] })}
					/>
				)}
			</div>
			{list.content?.list && (
				<ListSheet
					list={list.content.list}
					onClose={list.close}
					onPick={(row) => {
						list.close();
						if (list.content) void onTap(list.content, { id: row.id });
					}}
				/>
			)}
			{asked.content && <AnswerSheet asked={asked.content} phone={phone} onAnswer={onAnswer} onClose={asked.close} />}
		</div>
	);
}
