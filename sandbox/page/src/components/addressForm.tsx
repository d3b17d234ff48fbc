import type { Phone } from '../contract';
import { AnswerForm } from './answerForm';
import { Field } from './field';

/** The fields of WhatsApp's address form that everybody fills in (India, cloud-api 1.4). */
const FIELDS = [
	['phone_number', 'Phone number', ''],
	['in_pin_code', 'PIN code', '400001'],
	['house_number', 'House number', '12'],
	['building_name', 'Building', ''],
	['address', 'Address', 'Marine Drive'],
	['city', 'City', 'Mumbai'],
	['state', 'State', 'Maharashtra'],
] as const;

/** The address form. */
export function AddressForm({ phone, onSend }: { phone: Phone; onSend: (values: Record<string, string>) => Promise<boolean> }) {
	const own = { name: phone.name, phone_number: phone.phone ?? '' };
	return (
		<AnswerForm send="Send the address" onSend={onSend}>
			<Field label="Name" name="name" value={own.name} required />
			<div class="field-grid">
				{FIELDS.map(([name, label, value]) => (
					<Field key={name} label={label} name={name} value={name === 'phone_number' ? own.phone_number : value} />
				))}
			</div>
		</AnswerForm>
	);
}
