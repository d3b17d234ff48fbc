import type { MessageHeader, MessageLocation } from '../contract';
import { LocationCard } from './locationCard';
import { MediaView } from './mediaView';

/** The header of a template or an interactive message. */
export function BubbleHeader({ header, location }: { header: MessageHeader; location?: MessageLocation }) {
	if (header.type === 'text') {
		return (
			<div class="bubble-title" dir="auto">
				{header.text}
			</div>
		);
	}
	if (header.type === 'location') return <LocationCard location={location} name={header.text} />;
	return <MediaView kind={header.type} url={header.mediaUrl} filename={header.filename} />;
}
