/** Stands where the text box is while the customer has blocked the business. */
export function BlockedBar({ businessName, onUnblock }: { businessName: string; onUnblock: () => void }) {
	return (
		<div class="blocked-bar" data-testid="blocked-bar">
			<p dir="auto">You blocked {businessName}. Its messages do not arrive.</p>
			<button type="button" data-testid="unblock" onClick={onUnblock}>
				Unblock
			</button>
		</div>
	);
}
