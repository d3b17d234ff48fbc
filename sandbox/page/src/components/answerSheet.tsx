import type { Phone, PhoneMessage } from '../contract';
import { readableNumber } from '../format/phoneNumber';
import { AddressForm } from './addressForm';
import { AdForm } from './adForm';
import { AnswerForm } from './answerForm';
import { CartForm } from './cartForm';
import { Field } from './field';
import { FlowForm } from './flowForm';
import { PlaceForm } from './placeForm';
import { Sheet } from './sheet';

/** What the customer is about to send: an answer to a message, or something of their own. */
export interface Asked {
	/** As the button calls it (`flow`, `send_location`, …), or `place`, `contact`, `ad`. */
	action: string;
	title: string;
	/** Absent for something of their own. */
	message?: PhoneMessage;
}

interface AnswerSheetProps {
	asked: Asked;
	phone: Phone;
	/** Sends it; resolves to whether the sandbox took it. */
	onAnswer: (kind: string, body: object) => Promise<boolean>;
	onClose: () => void;
}

/** Buttons that show a catalog or products. */
const SHOPPING = ['catalog_message', 'catalog', 'product', 'product_list', 'mpm', 'spm'];
const OTHERS = ['flow', 'send_location', 'address_message', 'request_contact_info', 'call_permission_request'];

/** True for a button that opens a sheet. */
export function opensSheet(action: string | undefined): action is string {
	return action !== undefined && [...SHOPPING, ...OTHERS].includes(action);
}

const PERMISSIONS = [
	['Allow always', { response: 'accept', permanent: true }],
	['Allow for seven days', { response: 'accept' }],
	['Do not allow', { response: 'reject' }],
] as const;

function Content({ asked, phone, onAnswer }: AnswerSheetProps) {
	const { action, message } = asked;
	const messageId = message?.id;
	if (action === 'flow') return <FlowForm onSend={(response) => onAnswer('flow', { messageId, response })} />;
	if (action === 'send_location') return <PlaceForm onSend={(place) => onAnswer('location', { ...place, messageId })} />;
	if (action === 'place') return <PlaceForm onSend={(place) => onAnswer('location', place)} />;
	if (action === 'address_message')
		return <AddressForm phone={phone} onSend={(values) => onAnswer('address', { messageId, values })} />;
	if (action === 'ad') return <AdForm onSend={(body) => onAnswer('text', body)} />;
	if (action === 'contact') {
		return (
			<AnswerForm send="Send the contact" onSend={(values) => onAnswer('contact', values)}>
				<Field label="Name" name="name" value="Beto Example" required />
				<Field label="Phone" name="phone" value="+1 555 014 9999" inputMode="tel" />
			</AnswerForm>
		);
	}
	if (action === 'request_contact_info') {
		const number = phone.phone ?? phone.hiddenPhone;
		return (
			<AnswerForm send="Share" onSend={(values) => onAnswer('contact-info', { messageId, ...values })}>
				<p>The business will see this phone number.</p>
				<Field label="Phone number" name="phone" value={number && readableNumber(number)} inputMode="tel" required />
			</AnswerForm>
		);
	}
	if (action === 'call_permission_request') {
		return (
			<>
				{PERMISSIONS.map(([label, body]) => (
					<button key={label} type="button" class="sheet-row" onClick={() => void onAnswer('call-permission', { messageId, ...body })}>
						<span class="sheet-row-text">{label}</span>
						<span class="radio" aria-hidden="true" />
					</button>
				))}
			</>
		);
	}
	return message ? <CartForm message={message} onSend={(cart) => onAnswer('order', cart)} /> : null;
}

/** The sheet of what a button opens, or of what the customer sends unasked. */
export function AnswerSheet(props: AnswerSheetProps) {
	return (
		<Sheet title={props.asked.title} testId="answer-sheet" onClose={props.onClose}>
			<Content {...props} />
		</Sheet>
	);
}
