import type { Resource } from '../shared/operation';
import { contact } from './contact';
import { journey } from './journey';
import { media } from './media';
import { message } from './message';
import { optOut } from './optOut';
import { template } from './template';

/** Everything the node can do. A new operation is one file and one line in its resource's list. */
export const resources: Resource[] = [contact, journey, media, message, optOut, template];
