import type { Stage } from './stage';

/** A journey as it is tested: the same play for each workflow file of its folder. */
export interface Journey {
	/** Folder below `workflows/`. */
	folder: string;
	/** Workflow file, without `.json`. */
	file: string;
	/** Other folders whose workflows it works with. */
	needs?: readonly string[];
	/** Language and country of the customer; English and US when left out. */
	customer?: { language: string; country: string };
	/** The first event. Also played with a customer who opted out: then nothing may be sent. */
	begin(stage: Stage): Promise<void>;
	/** From the first event to the last message, with what must be true. */
	play(stage: Stage): Promise<void>;
	/** More days than all its waits take; none when left out. */
	days?: number;
	/** The play takes the journey's picture itself, because it is not the phone. */
	hasOwnPicture?: boolean;
}
