import type { TemplateButton } from '../../definition';

/** A button at its place in the definition. */
export interface PlacedButton {
	button: TemplateButton;
	/** From 0, as a send refers to it. */
	index: number;
	/** How the form names it: `Button 2 "Stop updates"`, counted from 1; in a carousel `Card 1 Button 2 "…"`. */
	name: string;
	/** How the IDs of its fields begin: `button_1`; in a carousel `card_0_button_1`. */
	id: string;
}
