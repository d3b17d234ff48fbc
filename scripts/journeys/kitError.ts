/** Something that whoever runs the command can put right; its message says how. */
export class KitError extends Error {}
