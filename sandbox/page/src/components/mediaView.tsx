import { useState } from 'preact/hooks';
import { openableUrl } from '../format/url';
import { DocumentCard } from './documentCard';
import { Icon } from './icon';

interface MediaViewProps {
	kind: string;
	url?: string;
	mimeType?: string;
	filename?: string;
	caption?: string;
	voice?: boolean;
}

function Unavailable({ kind }: { kind: string }) {
	return (
		<div class="media-missing">
			<Icon name="warning" />
			<span>This {kind} cannot be shown.</span>
		</div>
	);
}

/** An image, sticker, video, audio player or document card, by `kind`. */
export function MediaView({ kind, url, mimeType, filename, caption, voice }: MediaViewProps) {
	const [broken, setBroken] = useState(false);
	const source = openableUrl(url);
	const onError = () => setBroken(true);
	if (kind === 'document') return <DocumentCard url={source} filename={filename} mimeType={mimeType} />;
	if (!source || broken) return <Unavailable kind={kind} />;
	if (kind === 'video') return <video class="media" src={source} controls preload="metadata" onError={onError} />;
	if (kind === 'audio') {
		return (
			<audio
				class="media-audio"
				src={source}
				controls
				preload="metadata"
				aria-label={voice ? 'Voice message' : 'Audio'}
				onError={onError}
			/>
		);
	}
	const alt = caption ?? (kind === 'sticker' ? 'Sticker' : 'Photo');
	return (
		<a class="media-link" href={source} target="_blank" rel="noopener noreferrer" aria-label={`Open ${kind}`}>
			<img class={kind === 'sticker' ? 'sticker' : 'media'} src={source} alt={alt} onError={onError} />
		</a>
	);
}
