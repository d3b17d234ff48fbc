import type { MessageContact } from '../contract';
import { Avatar } from './avatar';

function contactName({ name, org }: MessageContact): string {
	const parts = [name?.first_name, name?.last_name].filter(Boolean).join(' ');
	return (name?.formatted_name ?? parts) || (org?.company ?? 'Contact');
}

/** Shared contacts, one card each. */
export function ContactCards({ contacts }: { contacts: MessageContact[] }) {
	return (
		<ul class="contact-cards" data-testid="contacts">
			{contacts.map((contact, index) => (
				<li key={index} class="contact-card">
					<Avatar name={contactName(contact)} />
					<div dir="auto">
						<strong>{contactName(contact)}</strong>
						{contact.phones?.map(({ phone, wa_id: waId }, at) => <div key={at}>{phone ?? waId}</div>)}
						{contact.emails?.map(({ email }, at) => <div key={at}>{email}</div>)}
					</div>
				</li>
			))}
		</ul>
	);
}
