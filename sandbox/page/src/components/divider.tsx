/** A label between messages: a day, or another business number. */
export function Divider({ text }: { text: string }) {
	return (
		<li class="divider">
			<span dir="auto">{text}</span>
		</li>
	);
}
