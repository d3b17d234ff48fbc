import type { PhoneMessage } from '../contract';
import { plainText } from './richText';

const KINDS: Record<string, string> = {
	image: 'Photo',
	video: 'Video',
	audio: 'Audio',
	document: 'Document',
	sticker: 'Sticker',
	location: 'Location',
	contacts: 'Contact',
};

/** One line that stands for a message in a list or a quote. */
export function previewOf({ body, header, media, location, contacts, reaction, pin, type }: PhoneMessage): string {
	if (reaction) return reaction.emoji ? `Reacted ${reaction.emoji}` : 'Took a reaction back';
	if (pin) return pin.type === 'pin' ? 'Pinned a message' : 'Unpinned a message';
	const text = body ?? media?.caption ?? media?.filename ?? header?.text ?? location?.name;
	if (text) return plainText(text).slice(0, 120);
	return contacts?.[0]?.name?.formatted_name ?? KINDS[media?.kind ?? type] ?? `Message (${type})`;
}
