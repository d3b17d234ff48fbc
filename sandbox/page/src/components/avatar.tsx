const TONES = 6;

function initials(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}

function tone(seed: string): number {
	return [...seed].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % TONES;
}

/** A disc with a person's initials, in a colour that stays theirs. */
export function Avatar({ name, seed = name }: { name: string; seed?: string }) {
	return (
		<span class="avatar" data-tone={tone(seed)} aria-hidden="true">
			{initials(name).toUpperCase()}
		</span>
	);
}
