import { openableUrl } from '../format/url';
import { Icon } from './icon';

/** A file by its name; opens in a new tab. */
export function DocumentCard({ url, filename, mimeType }: { url?: string; filename?: string; mimeType?: string }) {
	const name = filename ?? 'Document';
	const extension = /\.(\w{1,5})$/.exec(name)?.[1] ?? mimeType?.split('/').at(-1)?.split(';')[0];
	const href = openableUrl(url);
	return (
		<a
			class="document-card"
			data-testid="document"
			href={href}
			target="_blank"
			rel="noopener noreferrer"
			aria-label={`Open ${name}`}
		>
			<Icon name="document" />
			<span>
				<span class="document-name" dir="auto">
					{name}
				</span>
				{extension && <span class="document-kind">{extension.toUpperCase()}</span>}
			</span>
		</a>
	);
}
