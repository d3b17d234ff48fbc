import type { Resource } from '../shared/operation';
import { blockList } from './blockList';
import { contact } from './contact';
import { journey } from './journey';
import { link } from './link';
import { media } from './media';
import { message } from './message';
import { optOut } from './optOut';
import { template } from './template';

/** Everything the node can do. A new operation is one file and one line in its resource's list. */
export const resources: Resource[] = [blockList, contact, journey, link, media, message, optOut, template];
